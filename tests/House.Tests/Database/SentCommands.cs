using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace KediriLapor.House.Tests.Database;

/// <summary>Hears every statement that a program sends to its database, whoever wrote it.</summary>
internal sealed class SentCommands : IDisposable
{
    private readonly ConcurrentQueue<SentCommand> sent = new();

    // Npgsql tells what it sends to those who trace it
    private readonly ActivityListener tracing = new()
    {
        ShouldListenTo = source => source.Name == "Npgsql",
        Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
    };

    public SentCommands() => ActivitySource.AddActivityListener(tracing);

    public IEnumerable<SentCommand> All => sent;

    /// <summary>Gives the program the sessions that it would have made itself, but heard.</summary>
    public void Hear(IServiceCollection services) => services.AddSingleton(provider =>
    {
        var sessions = Persistence.Database.Sessions(provider.GetRequiredService<IConfiguration>().GetConnectionString("Default")!);
        sessions.ConfigureTracing(told => told
            .ConfigureCommandEnrichmentCallback((_, command) => sent.Enqueue(SentCommand.Of(command.CommandText, command.Parameters)))
            .ConfigureBatchEnrichmentCallback((_, batch) => Hear(batch)));
        return sessions.Build();
    });

    public void Forget() => sent.Clear();

    public void Dispose() => tracing.Dispose();

    private void Hear(NpgsqlBatch batch)
    {
        foreach (var command in batch.BatchCommands)
        {
            sent.Enqueue(SentCommand.Of(command.CommandText, command.Parameters));
        }
    }
}

/// <summary>One command with the values it carried.</summary>
internal sealed record SentCommand(string Text, IReadOnlyList<NpgsqlParameter> Parameters)
{
    public static SentCommand Of(string text, DbParameterCollection parameters) => new(text, [.. parameters.Cast<NpgsqlParameter>().Select(parameter => parameter.Clone())]);

    public bool Reads(string table) => Text.Contains($"FROM {table} ", StringComparison.Ordinal);
}
