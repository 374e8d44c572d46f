/// The traps of XNU: the facts of its table, taken from apple-oss-distributions/xnu (xnu-11417.101.15), files
/// `osfmk/kern/syscall_sw.c` (number, name, count of arguments, words of a 32-bit program) and `osfmk/mach/mach_traps.h`
/// (names and widths of the arguments), and its `.defs` files (which routine of MIG does the same).
extension XNUTrap {
    /// How many entries the table has, `MACH_TRAP_TABLE_COUNT`; those without a trap are `kern_invalid`.
    public static let tableCount = 128

    /// The traps, by number.
    public static let all: [XNUTrap] = [
        XNUTrap(
            10, "_kernelrpc_mach_vm_allocate_trap", "target:w addr:p size:l flags:w", words: 5, mig: "mach_vm_allocate"),
        XNUTrap(
            11, "_kernelrpc_mach_vm_purgable_control_trap", "target:w address:l control:w state:p", words: 5,
            mig: "mach_vm_purgable_control"),
        XNUTrap(
            12, "_kernelrpc_mach_vm_deallocate_trap", "target:w address:l size:l", words: 5, mig: "mach_vm_deallocate"),
        XNUTrap(13, "task_dyld_process_info_notify_get_trap", "names_addr:l names_count_addr:l", words: 4),
        XNUTrap(
            14, "_kernelrpc_mach_vm_protect_trap", "target:w address:l size:l set_maximum:w new_protection:w", words: 7,
            mig: "mach_vm_protect"),
        XNUTrap(
            15, "_kernelrpc_mach_vm_map_trap", "target:w addr:p size:l mask:l flags:w cur_protection:w", words: 8,
            mig: "mach_vm_map"),
        XNUTrap(
            16, "_kernelrpc_mach_port_allocate_trap", "target:w right:w name:p", words: 3, mig: "mach_port_allocate"),
        XNUTrap(18, "_kernelrpc_mach_port_deallocate_trap", "target:w name:w", words: 2, mig: "mach_port_deallocate"),
        XNUTrap(
            19, "_kernelrpc_mach_port_mod_refs_trap", "target:w name:w right:w delta:w", words: 4,
            mig: "mach_port_mod_refs"),
        XNUTrap(
            20, "_kernelrpc_mach_port_move_member_trap", "target:w member:w after:w", words: 3,
            mig: "mach_port_move_member"),
        XNUTrap(
            21, "_kernelrpc_mach_port_insert_right_trap", "target:w name:w poly:w polyPoly:w", words: 4,
            mig: "mach_port_insert_right"),
        XNUTrap(
            22, "_kernelrpc_mach_port_insert_member_trap", "target:w name:w pset:w", words: 3,
            mig: "mach_port_insert_member"),
        XNUTrap(
            23, "_kernelrpc_mach_port_extract_member_trap", "target:w name:w pset:w", words: 3,
            mig: "mach_port_extract_member"),
        XNUTrap(
            24, "_kernelrpc_mach_port_construct_trap", "target:w options:p context:l name:p", words: 5,
            mig: "mach_port_construct"),
        XNUTrap(
            25, "_kernelrpc_mach_port_destruct_trap", "target:w name:w srdelta:w guard:l", words: 5,
            mig: "mach_port_destruct"),
        XNUTrap(26, "mach_reply_port", "", words: 0, returnsPort: true),
        XNUTrap(27, "thread_self_trap", "", words: 0, returnsPort: true),
        XNUTrap(28, "task_self_trap", "", words: 0, returnsPort: true),
        XNUTrap(29, "host_self_trap", "", words: 0, returnsPort: true),
        XNUTrap(31, "mach_msg_trap", "msg:p option:w send_size:w rcv_size:w rcv_name:w timeout:w priority:w", words: 7),
        XNUTrap(
            32, "mach_msg_overwrite_trap",
            "msg:p option:w send_size:w rcv_size:w rcv_name:w timeout:w priority:w rcv_msg:p", words: 8),
        XNUTrap(33, "semaphore_signal_trap", "signal_name:w", words: 1),
        XNUTrap(34, "semaphore_signal_all_trap", "signal_name:w", words: 1),
        XNUTrap(35, "semaphore_signal_thread_trap", "signal_name:w thread_name:w", words: 2),
        XNUTrap(36, "semaphore_wait_trap", "wait_name:w", words: 1),
        XNUTrap(37, "semaphore_wait_signal_trap", "wait_name:w signal_name:w", words: 2),
        XNUTrap(38, "semaphore_timedwait_trap", "wait_name:w sec:w nsec:w", words: 3),
        XNUTrap(39, "semaphore_timedwait_signal_trap", "wait_name:w signal_name:w sec:w nsec:w", words: 4),
        XNUTrap(
            40, "_kernelrpc_mach_port_get_attributes_trap", "target:w name:w flavor:w info:p count:p", words: 5,
            mig: "mach_port_get_attributes"),
        XNUTrap(
            41, "_kernelrpc_mach_port_guard_trap", "target:w name:w guard:l strict:w", words: 5, mig: "mach_port_guard"),
        XNUTrap(42, "_kernelrpc_mach_port_unguard_trap", "target:w name:w guard:l", words: 4, mig: "mach_port_unguard"),
        XNUTrap(43, "mach_generate_activity_id", "target:w count:w activity_id:p", words: 3),
        XNUTrap(44, "task_name_for_pid", "target_tport:w pid:w t:p", words: 3),
        XNUTrap(45, "task_for_pid", "target_tport:w pid:w t:p", words: 3),
        XNUTrap(46, "pid_for_task", "t:w pid:p", words: 2),
        XNUTrap(
            47, "mach_msg2_trap",
            "data:l options:l msgh_bits_and_send_size:l msgh_remote_and_local_port:l msgh_voucher_and_id:l desc_count_and_rcv_name:l rcv_size_and_priority:l timeout:l",
            words: 16, isWideOnly: true),
        XNUTrap(48, "macx_swapon", "filename:l flags:w size:w priority:w", words: 5),
        XNUTrap(49, "macx_swapoff", "filename:l flags:w", words: 3),
        XNUTrap(50, "thread_get_special_reply_port", "", words: 0, returnsPort: true),
        XNUTrap(51, "macx_triggers", "hi_water:w low_water:w flags:w alert_port:w", words: 4),
        XNUTrap(52, "macx_backing_store_suspend", "suspend:w", words: 1),
        XNUTrap(53, "macx_backing_store_recovery", "pid:w", words: 1),
        XNUTrap(58, "pfz_exit", "", words: 0),
        XNUTrap(59, "swtch_pri", "", words: 0),
        XNUTrap(60, "swtch", "", words: 0),
        XNUTrap(61, "thread_switch", "thread_name:w option:w option_time:w", words: 3),
        XNUTrap(62, "clock_sleep_trap", "clock_name:w sleep_type:w sleep_sec:w sleep_nsec:w wakeup_time:p", words: 5),
        XNUTrap(
            70, "host_create_mach_voucher_trap", "host:w recipes:w recipes_size:w voucher:p", words: 4,
            mig: "host_create_mach_voucher"),
        XNUTrap(
            72, "mach_voucher_extract_attr_recipe_trap", "voucher_name:w key:w recipe:w recipe_size:p", words: 4,
            mig: "mach_voucher_extract_attr_recipe"),
        XNUTrap(
            76, "_kernelrpc_mach_port_type_trap", "target:w name:w ptype:p", words: 3, munged: "wwww",
            mig: "mach_port_type"),
        XNUTrap(
            77, "_kernelrpc_mach_port_request_notification_trap",
            "target:w name:w msgid:w sync:w notify:w notifyPoly:w previous:p", words: 7,
            mig: "mach_port_request_notification"),
        XNUTrap(
            88, "_exclaves_ctl_trap",
            "name:w operation_and_flags:w identifier:l buffer:l size:l size2:l offset:l status:l", words: 14),
        XNUTrap(89, "mach_timebase_info_trap", "info:p", words: 1),
        XNUTrap(90, "mach_wait_until_trap", "deadline:l", words: 2),
        XNUTrap(91, "mk_timer_create_trap", "", words: 0, returnsPort: true),
        XNUTrap(92, "mk_timer_destroy_trap", "name:w", words: 1),
        XNUTrap(93, "mk_timer_arm_trap", "name:w expire_time:l", words: 3),
        XNUTrap(94, "mk_timer_cancel_trap", "name:w result_time:p", words: 2),
        XNUTrap(95, "mk_timer_arm_leeway_trap", "name:w mk_timer_flags:l expire_time:l mk_leeway:l", words: 6),
        XNUTrap(96, "debug_control_port_for_pid", "target_tport:w pid:w t:p", words: 3),
        XNUTrap(100, "iokit_user_client_trap", "userClientRef:p index:w p1:p p2:p p3:p p4:p p5:p p6:p", words: 8),
    ]
}
