// every fixture has a program and a database of its own, so fixtures may run side by side; the tests of one share them and do not
[assembly: Parallelizable(ParallelScope.Fixtures)]
[assembly: LevelOfParallelism(3)]
