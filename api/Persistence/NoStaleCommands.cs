using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace KediriLapor.Persistence;

/// <summary>
/// Takes the recycled command off a connection and forgets it, so that the next statement begins with a new one. A command
/// whose server vanished while a statement was being prepared still believes in that after its return, and Npgsql 10.0.3
/// then ends in a NullReferenceException.
/// </summary>
internal sealed class NoStaleCommands : DbConnectionInterceptor
{
    public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        connection.CreateCommand();
        return result;
    }

    public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        connection.CreateCommand();
        return ValueTask.FromResult(result);
    }
}
