Console.WriteLine("usage: floor");
