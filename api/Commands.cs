namespace KediriLapor;

/// <summary>What the program does besides serving: <c>dotnet run --project api -- VERB …</c>.</summary>
internal static class Commands
{
    /// <summary>The exit code of a verb, or null when the program is to serve.</summary>
    public static Task<int?> Run(string[] args) => Task.FromResult<int?>(null);
}
