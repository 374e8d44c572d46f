/// The routines of the kernel's MIG subsystems, by their names in XNU's `.defs` files (`osfmk/mach`, xnu-11417.101.15): what a
/// program can ask for by a message, at no slot of any table.
public struct MIGSubsystem: Sendable, Hashable {
    /// Its name, that of its `.defs` file.
    public let name: String
    /// The number of its first message.
    public let base: Int
    /// Its routines.
    public let routines: Set<String>

    private init(_ name: String, _ base: Int, _ routines: String) {
        self.name = name
        self.base = base
        self.routines = Set(routines.split(separator: " ").map(String.init))
    }

    /// The subsystem that has a routine called `name`.
    public static func subsystem(of name: String) -> MIGSubsystem? { all.first { $0.routines.contains(name) } }

    /// The subsystems that traps have twins in.
    public static let all: [MIGSubsystem] = [
        MIGSubsystem(
            "mach_port", 3200,
            """
            mach_port_allocate mach_port_allocate_full mach_port_allocate_name mach_port_allocate_qos \
            mach_port_assert_attributes mach_port_construct mach_port_deallocate mach_port_destroy \
            mach_port_destruct mach_port_dnrequest_info mach_port_extract_member mach_port_extract_right \
            mach_port_get_attributes mach_port_get_context mach_port_get_refs mach_port_get_service_port_info \
            mach_port_get_set_status mach_port_get_srights mach_port_guard mach_port_guard_with_flags \
            mach_port_insert_member mach_port_insert_right mach_port_is_connection_for_service \
            mach_port_kernel_object mach_port_kobject mach_port_kobject_description mach_port_mod_refs \
            mach_port_move_member mach_port_names mach_port_peek mach_port_rename mach_port_request_notification \
            mach_port_set_attributes mach_port_set_context mach_port_set_mscount mach_port_set_seqno \
            mach_port_space_basic_info mach_port_space_info mach_port_special_reply_port_reset_link \
            mach_port_swap_guard mach_port_type mach_port_unguard task_set_port_space
            """),
        MIGSubsystem(
            "mach_vm", 4800,
            """
            mach_make_memory_entry mach_make_memory_entry_64 mach_vm_allocate mach_vm_behavior_set mach_vm_copy \
            mach_vm_deallocate mach_vm_deferred_reclamation_buffer_allocate \
            mach_vm_deferred_reclamation_buffer_flush mach_vm_deferred_reclamation_buffer_resize \
            mach_vm_deferred_reclamation_buffer_update_reclaimable_bytes mach_vm_inherit \
            mach_vm_machine_attribute mach_vm_map mach_vm_msync mach_vm_page_info mach_vm_page_query \
            mach_vm_page_range_query mach_vm_protect mach_vm_purgable_control mach_vm_range_create mach_vm_read \
            mach_vm_read_list mach_vm_read_overwrite mach_vm_region mach_vm_region_recurse mach_vm_remap \
            mach_vm_remap_new mach_vm_write vm_allocate vm_behavior_set vm_copy vm_deallocate vm_inherit \
            vm_machine_attribute vm_map vm_map_page_query vm_msync vm_protect vm_purgable_control vm_read \
            vm_read_list vm_read_overwrite vm_region_64 vm_region_recurse_64 vm_remap vm_remap_new vm_write
            """),
        MIGSubsystem(
            "task", 3400,
            """
            lock_set_create lock_set_destroy mach_ports_lookup mach_ports_lookup3 mach_ports_register \
            mach_ports_register3 mach_task_is_self semaphore_create semaphore_destroy task_assign \
            task_assign_default task_create task_create_identity_token task_dyld_process_info_notify_deregister \
            task_dyld_process_info_notify_register task_generate_corpse task_get_assignment \
            task_get_dyld_image_infos task_get_emulation_vector task_get_exc_guard_behavior \
            task_get_exception_ports task_get_exception_ports_info task_get_mach_voucher task_get_special_port \
            task_get_state task_identity_token_get_task_port task_info task_inspect task_map_corpse_info \
            task_map_corpse_info_64 task_map_kcdata_object_64 task_policy task_policy_get task_policy_set \
            task_purgable_info task_register_dyld_get_process_state task_register_dyld_image_infos \
            task_register_dyld_set_dyld_state task_register_dyld_shared_cache_image_info \
            task_register_hardened_exception_handler task_resume task_sample task_set_corpse_forking_behavior \
            task_set_emulation task_set_emulation_vector task_set_exc_guard_behavior task_set_exception_ports \
            task_set_info task_set_mach_voucher task_set_phys_footprint_limit task_set_policy task_set_ras_pc \
            task_set_special_port task_set_state task_suspend task_swap_exception_ports task_swap_mach_voucher \
            task_terminate task_test_async_upcall_propagation task_test_sync_upcall task_threads \
            task_unregister_dyld_image_infos task_zone_info thread_create thread_create_running
            """),
        MIGSubsystem(
            "host_priv", 400,
            """
            host_default_memory_manager host_get_UNDServer host_get_boot_info host_get_clock_control \
            host_get_exception_ports host_get_special_port host_priv_statistics host_processor_set_priv \
            host_processor_sets host_processors host_reboot host_set_UNDServer host_set_exception_ports \
            host_set_special_port host_swap_exception_ports kext_request kmod_control kmod_create kmod_destroy \
            mach_vm_wire thread_wire vm_allocate_cpm vm_wire
            """),
        MIGSubsystem(
            "mach_host", 200,
            """
            host_check_multiuser_mode host_create_mach_voucher host_get_atm_diagnostic_flag \
            host_get_clock_service host_get_io_main host_get_io_master host_get_multiuser_config_flags host_info \
            host_kernel_version host_lockgroup_info host_page_size host_processor_info \
            host_register_mach_voucher_attr_manager host_register_well_known_mach_voucher_attr_manager \
            host_request_notification host_set_atm_diagnostic_flag host_set_multiuser_config_flags \
            host_statistics host_statistics64 host_virtual_physical_table_info kmod_get_info mach_memory_info \
            mach_memory_object_memory_entry mach_memory_object_memory_entry_64 mach_zone_force_gc \
            mach_zone_get_btlog_records mach_zone_get_zlog_zones mach_zone_info mach_zone_info_for_largest_zone \
            mach_zone_info_for_zone processor_set_create processor_set_default
            """),
        MIGSubsystem(
            "vm_map", 3800,
            """
            mach_make_memory_entry mach_make_memory_entry_64 mach_vm_region_info mach_vm_region_info_64 \
            task_wire vm_allocate vm_behavior_set vm_copy vm_deallocate vm_inherit vm_machine_attribute vm_map \
            vm_map_64 vm_map_exec_lockdown vm_map_page_query vm_mapped_pages_info vm_msync vm_protect \
            vm_purgable_control vm_read vm_read_list vm_read_overwrite vm_region vm_region_64 vm_region_recurse \
            vm_region_recurse_64 vm_remap vm_remap_new vm_write
            """),
        MIGSubsystem(
            "thread_act", 3600,
            """
            act_get_state act_get_state_to_user act_set_state etap_trace_thread thread_abort thread_abort_safely \
            thread_adopt_exception_handler thread_assign thread_assign_default thread_convert_thread_state \
            thread_depress_abort thread_get_assignment thread_get_exception_ports \
            thread_get_exception_ports_info thread_get_mach_voucher thread_get_special_port thread_get_state \
            thread_get_state_to_user thread_info thread_policy thread_policy_get thread_policy_set \
            thread_raise_exception thread_resume thread_sample thread_set_exception_ports \
            thread_set_mach_voucher thread_set_policy thread_set_special_port thread_set_state thread_suspend \
            thread_swap_exception_ports thread_swap_mach_voucher thread_terminate
            """),
        MIGSubsystem(
            "mach_voucher", 5400,
            """
            mach_voucher_attr_command mach_voucher_debug_info mach_voucher_extract_all_attr_recipes \
            mach_voucher_extract_attr_content mach_voucher_extract_attr_recipe
            """),
    ]
}
