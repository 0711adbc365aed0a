using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Clients;

/// <summary>The program one tries the API with. It is let in in Development only.</summary>
public static class DemoClient
{
    /// <summary>Setting (or environment variable) with its secret, which is its Open311 key too.</summary>
    public const string KeySetting = "KEDIRILAPOR_DEMO_API_KEY";

    private const string ClientId = "demo";

    private static readonly ClientRights Rights = new("Klien demo", ClientScopes.All, Agencies: null, ExpiresAt: null, RequestsPerMinute: null, Disabled: false);

    /// <summary>
    /// In Development the client <c>demo</c> with the secret that was chosen, else with one made anew at each start and printed; anywhere else it
    /// is kept out. To be called at each start, once the schema is there.
    /// </summary>
    public static async Task PrepareAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var isDevelopment = services.GetRequiredService<IHostEnvironment>().IsDevelopment();
        var chosen = services.GetRequiredService<IConfiguration>()[KeySetting];
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        // instances that start together take turns
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext('demo client'))", cancellationToken);
        var (demo, now) = (await db.ApiClients.Include(c => c.Secrets).SingleOrDefaultAsync(c => c.Demo, cancellationToken), services.GetRequiredService<TimeProvider>().Now());
        if (!isDevelopment)
        {
            demo?.Change(Rights with { Disabled = true }, Actor.System, now);
        }
        else
        {
            var secret = Welcome(db, demo, chosen, now);
            services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(() => Print(secret));
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <returns>What to print as the secret: never a chosen one.</returns>
    private static string Welcome(AppDb db, ApiClient? demo, string? chosen, DateTimeOffset now)
    {
        var value = string.IsNullOrEmpty(chosen) ? ClientSecret.NewValue() : chosen;
        if (demo is null)
        {
            db.ApiClients.Add(ApiClient.Create(ClientId, Rights, Actor.System, now, value, demo: true).Client);
        }
        else
        {
            demo.Change(Rights, Actor.System, now);
            if (!demo.Secrets.Any(secret => secret.IsValid(now) && secret.Hash.AsSpan().SequenceEqual(ClientSecret.HashOf(value))))
            {
                demo.Rotate(TimeSpan.Zero, Actor.System, now, value);
            }
        }

        return value == chosen ? $"as set in {KeySetting}" : value;
    }

    /// <summary>Tells the developer at the terminal; not the log, which is kept and shipped.</summary>
    private static void Print(string secret) => Console.WriteLine($"Demo client (Development only) {ClientId}, secret and Open311 key {secret}");
}
