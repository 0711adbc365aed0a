using KediriLapor.Persistence.PrivatePostgres;
using KediriLapor.Routing;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KediriLapor.Persistence;

/// <summary>Wires the database: the one that <c>ConnectionStrings:Default</c> names, else a private server of our own.</summary>
public static class Database
{
    /// <summary>Name of the database on the private server.</summary>
    public const string Name = "kedirilapor";

    // a request that waits longer answers 503 within the ten seconds we promise; three instances share PostgreSQL's default of 100 sessions;
    // a statement that comes again is parsed and planned once per session (a pooler in transaction mode wants Max Auto Prepare=0);
    // no session keeps a setting, a lock or a cursor of its own, so nothing has to be reset before the next one takes it
    private const string Defaults = "Timeout=5;Command Timeout=10;Maximum Pool Size=30;Max Auto Prepare=100;Auto Prepare Min Usages=2;No Reset On Close=true;Application Name=kedirilapor";

    /// <summary>Registers <see cref="NpgsqlDataSource"/>, <see cref="AppDb"/> (pooled) and the services that start and upgrade the database.</summary>
    public static IServiceCollection AddDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration.GetConnectionString("Default") is { Length: > 0 } connectionString)
        {
            services.AddSingleton(_ => Sessions(connectionString).Build());
        }
        else
        {
            services.AddSingleton(_ => PrivateCluster(configuration));
            services.AddSingleton(provider => DataSourceOf(provider.GetRequiredService<Cluster>()));
            services.AddHostedService<PrivatePostgresHost>();
        }

        return services
            .AddDbContextPool<AppDb>((provider, options) => options
                .UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>())
                .UseSnakeCaseNamingConvention()
                .AddInterceptors(new NoStaleCommands()))
            .AddHostedService<DatabaseStartup>();
    }

    /// <summary>Sessions as this program wants them; what the connection string says goes first.</summary>
    internal static NpgsqlDataSourceBuilder Sessions(string connectionString) => new($"{Defaults};{connectionString}");

    /// <summary>EF Core takes most of a second to build its model, and the lists of the suggestions take theirs to be read: while the private server starts.</summary>
    public static void PrepareMeanwhile(this WebApplication app)
    {
        Task.Run(() =>
        {
            using var scope = app.Services.CreateScope();
            return scope.ServiceProvider.GetRequiredService<AppDb>().Model;
        });
        Task.Run(() => Language.Default);
    }

    private static Cluster PrivateCluster(IConfiguration configuration)
    {
        var parent = Path.Combine(DataFolder.Of(configuration), "postgres");
        var binaries = PostgresBinaries.Find(configuration["Postgres:BinDir"], ClusterFolder.MajorsWithData(parent));
        return new Cluster(binaries, new ClusterFolder(Path.Combine(parent, $"{binaries.Major}")));
    }

    // services are constructed before the first start has made the password, so it is read when a session opens
    private static NpgsqlDataSource DataSourceOf(Cluster cluster)
    {
        var builder = Sessions($"{cluster.Address(Name)}");
        builder.UsePasswordProvider(
            _ => cluster.Folder.ReadPassword(),
            (_, _) => ValueTask.FromResult(cluster.Folder.ReadPassword()));
        return builder.Build();
    }
}
