using KediriLapor.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace KediriLapor.Api.Tests.Proof;

public sealed class HistoryMigrationTests
{
    [Test]
    public async Task A_history_told_before_there_were_hashes_is_chained_by_the_upgrade()
    {
        await using var before = await ApiHost.StartDemoAsync();
        using (var given = new Given(before))
        {
            await given.InProgressAsync();
            await given.WithdrawnAsync();
            await before.OutboxIsDeliveredAsync();
        }

        await before.InDatabaseAsync(async db =>
        {
            var earlier = db.Database.GetMigrations().TakeWhile(name => !name.EndsWith("_HistoryProof", StringComparison.Ordinal)).Last();
            await db.GetService<IMigrator>().MigrateAsync(earlier);
            return earlier;
        });
        await before.DisposeAsync();

        await using var after = await ApiHost.StartDemoAsync(database: before.Database);
        using var continued = new Given(after);
        await continued.InProgressAsync();

        Assert.That(await after.CountAsync("report_events"), Is.EqualTo(9));
        Assert.That(await after.FaultsAsync(), Is.Empty);
    }
}
