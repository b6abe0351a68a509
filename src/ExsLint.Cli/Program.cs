return ExsLint.Cli.LargeStack.Run(() => ExsLint.Cli.CommandLine.Run(args));
