using KediriLapor.Agencies;
using KediriLapor.Privacy;

namespace KediriLapor;

/// <summary>What the program does besides serving: <c>dotnet run --project api -- VERB …</c>.</summary>
internal static class Commands
{
    private static readonly Dictionary<string, Func<IServiceProvider, string[], Task<int>>> Verbs = new()
    {
        ["import-boundaries"] = ImportBoundariesCommand.Run,
        ["contacts"] = ContactsCommand.Run,
    };

    /// <summary>Runs the verb on the migrated database and ends, or serves until stopped when there is none.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunOrServe(WebApplication app, string[] args)
    {
        if (args is not [var verb, .. var rest] || !Verbs.TryGetValue(verb, out var run))
        {
            await app.RunAsync();
            return 0;
        }

        app.Urls.Clear();
        app.Urls.Add("http://127.0.0.1:0"); // beside a serving instance
        await app.StartAsync();
        try
        {
            return await run(app.Services, rest);
        }
        finally
        {
            await app.StopAsync();
        }
    }
}
