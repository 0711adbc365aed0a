using KediriLapor.Harness;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reading;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KediriLapor.Api.Tests.Persistence;

public sealed class ReadingInSqlTests
{
    [Test]
    public async Task An_answer_that_is_closed_twice_leaves_alone_who_has_its_session_by_then()
    {
        var database = await (await PostgresServer.SharedAsync()).CloneAsync();
        await using var oneSession = NpgsqlDataSource.Create(database + ";Maximum Pool Size=1;Command Timeout=5");
        await using AppDb earlier = Of(oneSession), later = Of(oneSession);

        var closed = await earlier.Read(default, $"SELECT 0");
        await closed.DisposeAsync();
        await using var open = await later.Read(default, $"SELECT n FROM generate_series(1, 3) AS n");
        await closed.DisposeAsync();

        Assert.That(await open.All(row => row.Value<int>(), default), Is.EqualTo(new[] { 1, 2, 3 }));
    }

    private static AppDb Of(NpgsqlDataSource sessions) => new(new DbContextOptionsBuilder<AppDb>().UseNpgsql(sessions).UseSnakeCaseNamingConvention().Options);
}
