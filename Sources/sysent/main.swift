import SysentCommand

Sysent.main()
