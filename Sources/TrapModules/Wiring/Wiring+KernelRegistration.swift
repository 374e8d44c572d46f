// Slots are claimed in order and given back in reverse order.
extension Wiring {
    var claiming: String {
        """
        static int
        \(module)_claim(struct sysent *table, struct \(module)_slot *slot,
            const char *name)
        {
        	int error, number;

        	if (slot->new.sy_call == NULL)
        		return (0);
        	/*
        	 * The number is published when the call is there.  Not static even in
        	 * a kernel, so that it can be taken back.
        	 */
        	number = NO_SYSCALL;
        	error = kern_syscall_register(table, &number, &slot->new, &slot->old,
        	    0);
        	if (error != 0) {
        		printf("\(module): no slot for %s: error %d\\n", name, error);
        		return (error);
        	}
        	slot->number = number;
        	if (bootverbose)
        		printf("\(module): %s is system call %d\\n", name, number);
        	return (0);
        }

        static int
        \(module)_unclaim(struct sysent *table, struct \(module)_slot *slot)
        {
        	int error, number;

        	number = slot->number;
        	if (number == NO_SYSCALL)
        		return (0);
        	/* Nobody shall find a call that is about to go. */
        	slot->number = NO_SYSCALL;
        	error = kern_syscall_deregister(table, number, &slot->old);
        	if (error != 0)
        		slot->number = number;
        	return (error);
        }

        """
    }

    var registering: String {
        """
        /* Takes back what is registered, the last call first, and waits for each. */
        static int
        \(module)_deregister(void)
        {
        	struct \(module)_entry *entry;
        	int error;

        	for (entry = \(module)_table + \(macro)_COUNT;
        	    entry-- != \(module)_table;) {
        \(narrow("""
        \t\terror = \(module)_unclaim(freebsd32_sysent, &entry->narrow);
        \t\tif (error != 0)
        \t\t\treturn (error);

        """))		error = \(module)_unclaim(sysent, &entry->native);
        		if (error != 0)
        			return (error);
        	}
        	return (0);
        }

        \(CText.comment(shortageComment))static int
        \(module)_register(void)
        {
        	struct \(module)_entry *entry;
        \(manifest.shortage == .refuse ? "\tint error;\n" : "")
        	for (entry = \(module)_table;
        	    entry != \(module)_table + \(macro)_COUNT; entry++) {
        \(claims)	}
        	return (0);
        }

        """
    }

    private var shortageComment: String {
        switch manifest.shortage {
        case .refuse: "Registers all calls, or none: when one gets no slot, the others are taken back."
        case .rest: "Registers what gets a slot; the number of a call that gets none stays -1."
        }
    }

    private var claims: String {
        switch manifest.shortage {
        case .rest:
            """
            		(void)\(module)_claim(sysent, &entry->native, entry->name);
            \(narrow("\t\t(void)\(module)_claim(freebsd32_sysent, &entry->narrow,\n\t\t    entry->name);\n"))
            """
        case .refuse:
            """
            		error = \(module)_claim(sysent, &entry->native, entry->name);
            \(narrow("""
            \t\tif (error == 0)
            \t\t\terror = \(module)_claim(freebsd32_sysent,
            \t\t\t    &entry->narrow, entry->name);

            """))		if (error != 0) {
            			(void)\(module)_deregister();
            			return (error);
            		}

            """
        }
    }
}
