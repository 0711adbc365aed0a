using KediriLapor.Agencies;
using KediriLapor.Privacy;
using KediriLapor.Proof;

namespace KediriLapor;

/// <summary>What the program does besides serving: <c>dotnet run --project api -- VERB …</c>.</summary>
internal static class Commands
{
    private static readonly Dictionary<string, Func<WebApplication, string[], Task<int>>> Verbs = new()
    {
        ["import-boundaries"] = (app, args) => Started(app, () => ImportBoundariesCommand.Run(app.Services, args)),
        // a proof is judged without this city's database
        ["history"] = (app, args) => args is ["verify", .. var files]
            ? VerifyProofCommand.Run(files)
            : Started(app, () => HistoryCommand.Run(app.Services, args)),
        ["contacts"] = (app, args) => Started(app, () => ContactsCommand.Run(app.Services, args)),
    };

    /// <summary>Runs the verb and ends, or serves until stopped when there is none.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunOrServe(WebApplication app, string[] args)
    {
        if (args is [var verb, .. var rest] && Verbs.TryGetValue(verb, out var run))
        {
            return await run(app, rest);
        }

        await app.RunAsync();
        return 0;
    }

    /// <summary>Runs on the migrated database.</summary>
    private static async Task<int> Started(WebApplication app, Func<Task<int>> run)
    {
        app.Urls.Clear();
        app.Urls.Add("http://127.0.0.1:0"); // beside a serving instance
        await app.StartAsync();
        try
        {
            return await run();
        }
        finally
        {
            await app.StopAsync();
        }
    }
}
