using System.Net;
using System.Net.Security;
using KediriLapor.Accounts;
using KediriLapor.Clients;
using KediriLapor.Merata;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Schedule;
using MediatR;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace KediriLapor.Harness;

/// <summary>The program itself on a real Kestrel with TLS, as people meet it, against a database of the test server.</summary>
public sealed class ApiHost : WebApplicationFactory<Program>
{
    /// <summary>The password of the demo people of <see cref="StartDemoAsync"/>.</summary>
    public const string DemoPassword = "demo-pass";

    /// <summary>The secret and Open311 key of the client <c>demo</c> of <see cref="StartDemoAsync"/>.</summary>
    public const string DemoApiKey = "kunci-demo-untuk-uji";

    // the machine that runs all tests at once is slower than a request may be
    private const string Patience = ";Timeout=120;Command Timeout=120";

    private const string EnvironmentKey = "environment";

    private readonly TimeProvider? clock;
    private readonly IReadOnlyDictionary<string, string?> settings;
    private readonly Action<IServiceCollection> addServices;

    /// <param name="connectionString">From <see cref="PostgresServer"/>.</param>
    /// <param name="clock">The clock of the program, or null for the real one.</param>
    /// <param name="settings">Configuration on top of the defaults; the key <c>environment</c> picks another one than Production.</param>
    /// <param name="addServices">What the program has besides its own.</param>
    public ApiHost(
        string connectionString,
        TimeProvider? clock = null,
        IReadOnlyDictionary<string, string?>? settings = null,
        Action<IServiceCollection>? addServices = null)
    {
        Database = connectionString;
        this.clock = clock;
        this.addServices = addServices ?? (_ => { });
        this.settings = settings ?? new Dictionary<string, string?>();
        // session cookies are for https only, outside Development
        UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(LocalCertificate.Value)));
    }

    /// <summary>Connection string of the database: a second host on it is a second instance, or a restart.</summary>
    public string Database { get; }

    /// <summary>Starts the program on a database of its own, or on that of another host.</summary>
    public static async Task<ApiHost> StartAsync(
        TimeProvider? clock = null,
        IReadOnlyDictionary<string, string?>? settings = null,
        string? database = null,
        Action<IServiceCollection>? addServices = null)
    {
        var server = await PostgresServer.SharedAsync();
        var host = new ApiHost(database ?? await server.CloneAsync() + Patience, clock, settings, addServices);
        host.StartServer();
        return host;
    }

    /// <summary>The same in Development, where the demo people exist: <c>verifikator</c>, <c>petugas.dpupr</c> ….</summary>
    /// <param name="clock">The clock of the program, or null for the real one.</param>
    /// <param name="database">Null for one of its own.</param>
    /// <param name="settings">More configuration.</param>
    public static Task<ApiHost> StartDemoAsync(TimeProvider? clock = null, string? database = null, params (string Key, string? Value)[] settings) =>
        StartAsync(
            clock,
            settings.Append((EnvironmentKey, "Development")).Append((DemoPeople.PasswordSetting, DemoPassword)).Append((DemoClient.KeySetting, DemoApiKey)).ToDictionary(setting => setting.Item1, setting => setting.Item2),
            database);

    /// <summary>A client with cookies of its own: one client is one person. It follows no redirect.</summary>
    /// <param name="between">Sees every request and answer on the way.</param>
    public HttpClient NewClient(DelegatingHandler? between = null)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            Expect100ContinueTimeout = TimeSpan.FromSeconds(30),
            SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, shown, _, _) => LocalCertificate.Value.Equals(shown) },
        };
        if (between is not null)
        {
            between.InnerHandler = handler;
        }

        return new HttpClient(between as HttpMessageHandler ?? handler) { BaseAddress = ClientOptions.BaseAddress };
    }

    /// <summary>Looks into the database behind the program's back.</summary>
    public async Task<T> InDatabaseAsync<T>(Func<AppDb, Task<T>> look)
    {
        await using var scope = Services.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<AppDb>());
    }

    /// <summary>Sends what the scheduler would send, until nothing is left to do.</summary>
    /// <returns>How much it was.</returns>
    public async Task<int> RunAsync(IBatchCommand command)
    {
        var total = 0;
        while (true)
        {
            await using var scope = Services.CreateAsyncScope();
            if (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command) is var done and > 0)
            {
                total += done;
            }
            else
            {
                return total;
            }
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder
            .UseEnvironment("Production")
            .UseSetting("ConnectionStrings:Default", Database)
            .UseSetting("Postgres:AllowUnsafe", "true")
            .UseSetting(DataFolder.Setting, PostgresServer.NewFolder())
            .UseSetting(ScheduleSetup.Setting, "false") // a test sends a scheduled command itself, when its story has come to it
            .UseSetting(DemoWorks.Setting, "false") // eleven photos to draw at each of hundreds of starts
            .UseSetting("Logging:LogLevel:Default", "Warning");
        foreach (var (key, value) in settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureTestServices(services =>
        {
            // a password is made to be slow to guess; hundreds of sign-ins need not be
            services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1000);
            if (clock is not null)
            {
                services.AddSingleton(clock);
            }

            addServices(services);
        });
    }
}
