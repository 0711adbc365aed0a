using System.Net;
using KediriLapor.Persistence;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace KediriLapor.Harness;

/// <summary>The program itself on a real Kestrel, as it runs in production, against a database of the test server.</summary>
public sealed class ApiHost : WebApplicationFactory<Program>
{
    private readonly string connectionString;
    private readonly TimeProvider? clock;
    private readonly IReadOnlyDictionary<string, string?> settings;

    /// <param name="connectionString">From <see cref="PostgresServer"/>.</param>
    /// <param name="clock">The clock of the program, or null for the real one.</param>
    /// <param name="settings">Configuration on top of the defaults; the key <c>environment</c> picks another one than Production.</param>
    public ApiHost(string connectionString, TimeProvider? clock = null, IReadOnlyDictionary<string, string?>? settings = null)
    {
        this.connectionString = connectionString;
        this.clock = clock;
        this.settings = settings ?? new Dictionary<string, string?>();
        UseKestrel(0);
    }

    /// <summary>Starts the program on a database of its own.</summary>
    public static async Task<ApiHost> StartAsync(TimeProvider? clock = null, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var server = await PostgresServer.SharedAsync();
        var host = new ApiHost(await server.CloneAsync(), clock, settings);
        host.StartServer();
        return host;
    }

    /// <summary>One person's browser: keeps cookies of its own and follows no redirect.</summary>
    public new HttpClient CreateClient()
    {
        StartServer();
        var handler = new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false };
        return new HttpClient(handler) { BaseAddress = ClientOptions.BaseAddress };
    }

    /// <summary>Looks into the database behind the program's back.</summary>
    public async Task<T> InDatabaseAsync<T>(Func<AppDb, Task<T>> look)
    {
        await using var scope = Services.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<AppDb>());
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder
            .UseEnvironment("Production")
            .UseSetting("ConnectionStrings:Default", connectionString)
            .UseSetting("Postgres:AllowUnsafe", "true")
            .UseSetting(DataFolder.Setting, PostgresServer.NewFolder())
            .UseSetting("Logging:LogLevel:Default", "Warning");
        foreach (var (key, value) in settings)
        {
            builder.UseSetting(key, value);
        }

        if (clock is not null)
        {
            builder.ConfigureTestServices(services => services.AddSingleton(clock));
        }
    }
}
