using KediriLapor.Accounts;
using KediriLapor.Agencies;
using KediriLapor.Persistence;
using KediriLapor.Persistence.PrivatePostgres;
using KediriLapor.Persistence.Schedule;
using KediriLapor.Privacy;
using KediriLapor.Proof;
using KediriLapor.Statistics;
using Microsoft.AspNetCore.Connections;

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
        ["statistics"] = (app, args) => Started(app, () => StatisticsCommand.Run(app.Services, args)),
        ["contacts"] = (app, args) => Started(app, () => ContactsCommand.Run(app.Services, args)),
    };

    /// <summary>
    /// A command speaks alone, does nothing that the clock does, and leaves the demo people the password that the serving
    /// instance has told.
    /// </summary>
    public static void Prepare(WebApplicationBuilder builder, string[] args)
    {
        if (args is [var verb, ..] && Verbs.ContainsKey(verb))
        {
            builder.Logging.AddFilter(level => level >= LogLevel.Warning);
            builder.Configuration[ScheduleSetup.Setting] = "false";
            builder.Configuration[FirstAccounts.Setting] = "false";
        }
    }

    /// <summary>Runs the verb and ends, or serves until stopped when there is none.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunOrServe(WebApplication app, string[] args)
    {
        if (args is [var verb, .. var rest] && Verbs.TryGetValue(verb, out var run))
        {
            return await run(app, rest);
        }

        await using (app)
        {
            await Serve(app);
        }

        return 0;
    }

    private static async Task Serve(WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // asked to stop while it was still starting: what runs already is stopped in order
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            await app.StopAsync();
            throw new StartupRefused($"{taken.Message.TrimEnd('.')}: stop what listens there, or choose another address with --urls.");
        }

        await app.WaitForShutdownAsync();
    }

    /// <summary>Runs on the migrated database, beside a serving instance or alone.</summary>
    private static async Task<int> Started(WebApplication app, Func<Task<int>> run)
    {
        if (app.Services.GetService<Cluster>() is { } cluster)
        {
            cluster.JoinsRunning = true;
        }

        app.Urls.Clear();
        app.Urls.Add("http://127.0.0.1:0");
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
