import SysentCommand

await Sysent.main()
