using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace KediriLapor.House.Tests.Database;

/// <summary>Hears every command that EF sends to one database, as it is sent.</summary>
internal sealed class SentCommands : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string database;
    private readonly ConcurrentQueue<SentCommand> sent = new();
    private readonly ConcurrentBag<IDisposable> subscriptions = [];

    public SentCommands(string database)
    {
        this.database = database;
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public IEnumerable<SentCommand> All => sent;

    public void Forget() => sent.Clear();

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == Microsoft.EntityFrameworkCore.DbLoggerCategory.Name)
        {
            subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuting.Name && value.Value is CommandEventData { Command: { } command } && command.Connection?.Database == database)
        {
            sent.Enqueue(SentCommand.Of(command));
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        foreach (var subscription in subscriptions)
        {
            subscription.Dispose();
        }
    }

}

/// <summary>One command with the values it carried.</summary>
internal sealed record SentCommand(string Text, IReadOnlyList<NpgsqlParameter> Parameters)
{
    public static SentCommand Of(DbCommand command) =>
        new(command.CommandText, [.. command.Parameters.Cast<NpgsqlParameter>().Select(parameter => parameter.Clone())]);

    public bool Reads(string table) => Text.Contains($"FROM {table} ", StringComparison.Ordinal);
}
