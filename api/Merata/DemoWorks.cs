using KediriLapor.Accounts;
using KediriLapor.Merata.Model;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using KediriLapor.Reports.Attachments;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Merata;

/// <summary>The works one tries the program with, at several stages. They come in Development only, once; what their photos show is drawn.</summary>
public static class DemoWorks
{
    /// <summary>Setting: false makes none, in Development either. Their photos take a second or two.</summary>
    public const string Setting = "Merata:Demo";

    private static readonly Actor Author = Actor.System with { Name = "Contoh" };

    private static readonly Shipped[] All =
    [
        new("35.71.01.1001", "Paving Gang Kenanga RT 03 RW 05", WorkKind.Road, 120, "m", "Gang Kenanga RT 03 RW 05", 240, WorkStage.Evaluated, [("Bahan", 65_000_000), ("Upah", 30_000_000)], -150, -60, null),
        new("35.71.01.1001", "Saluran air Jalan Penanggungan sisi timur", WorkKind.Drainage, 85, "m", "Jalan Penanggungan RT 01 RW 02", 130, WorkStage.Halfway, [("U-ditch", 72_000_000), ("Upah", 28_000_000)], -70, -5,
            "Harga U-ditch naik; panjang disesuaikan."),
        new("35.71.01.1002", "Lampu gang RW 04", WorkKind.Lighting, 14, "titik", "Gang-gang RW 04", 310, WorkStage.Contracted, [("Tiang dan lampu", 42_000_000), ("Pemasangan", 9_500_000)], -20, 40, null),
        new("35.71.02.1001", "Rehabilitasi balai RW 03", WorkKind.PublicBuilding, 1, "paket", "Balai RW 03", 420, WorkStage.HandedOver, [("Bahan", 58_000_000), ("Upah", 24_000_000)], -120, -30, null),
        new("35.71.02.1001", "Sumur resapan RW 01", WorkKind.Sanitation, 12, "titik", "Halaman fasilitas umum RW 01", 180, WorkStage.Planned, [("Bahan dan upah", 36_000_000)], 10, 60, null),
        new("35.71.03.1001", "Taman bermain RW 02", WorkKind.OpenSpace, 1, "paket", "Lahan kosong RW 02", 260, WorkStage.Proposed, [("Alat bermain", 48_000_000)], 30, 90, null),
    ];

    /// <summary>To be called at each start, once schema and wards are there.</summary>
    public static async Task PrepareAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        if (!services.GetRequiredService<IHostEnvironment>().IsDevelopment() || !services.GetRequiredService<IConfiguration>().GetValue(Setting, true))
        {
            return;
        }

        await using var scope = services.CreateAsyncScope();
        var (db, uploads, now) = (scope.ServiceProvider.GetRequiredService<AppDb>(), scope.ServiceProvider.GetRequiredService<Uploads>(), services.GetRequiredService<TimeProvider>().Now());
        // instances that start together take turns
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext('demo works'))", cancellationToken);
        if (await db.Works.AnyAsync(cancellationToken))
        {
            return;
        }

        foreach (var shipped in All)
        {
            db.Works.Add(await Made(shipped, uploads, now, cancellationToken));
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task<Work> Made(Shipped shipped, Uploads uploads, DateTimeOffset now, CancellationToken ct)
    {
        var today = IndonesianDate.InWib(now).Day;
        var (starts, ends) = (today.AddDays(shipped.StartsIn), today.AddDays(shipped.EndsIn));
        var plan = new WorkPlan(
            shipped.Volume, shipped.Unit, starts, ends, shipped.Address, shipped.Kelurahan == "35.71.01.1001" ? [new WorkPoint(-7.818651, 112.0034)] : [], shipped.People,
            [.. shipped.Budget.Select(line => new WorkBudgetLine(line.Name, line.Planned))]);
        // a work is of the year in which it ends
        var at = now.AddDays(Math.Min(shipped.StartsIn, 0) - 40);
        var work = Work.Propose(shipped.Kelurahan, Math.Max(Work.YearMin, ends.Year), new WorkFacts(shipped.Title, shipped.Kind, null), plan, Author, at);
        var step = (now - at) / 9;
        foreach (var stage in Enum.GetValues<WorkStage>().Where(stage => stage > WorkStage.Proposed && stage <= shipped.Stage))
        {
            at += step;
            await Bring(work, stage, shipped, uploads, at, ct);
        }

        return work;
    }

    private static async Task Bring(Work work, WorkStage stage, Shipped shipped, Uploads uploads, DateTimeOffset at, CancellationToken ct)
    {
        if (stage.Photo() is { } tag)
        {
            work.Attach([await Photo(work.Id, tag, uploads, ct)], tag, null, Author, at, "photoIds");
        }

        if (stage is WorkStage.HandedOver or WorkStage.Accounted)
        {
            work.Attach([await Paper(work.Id, uploads, ct)], null, stage.Paper(), Author, at, "documentIds");
        }

        if (stage == WorkStage.HandedOver)
        {
            work.Realise([.. shipped.Budget.Select(line => new SpentLine(line.Name, line.Planned * 98 / 100, null))], shipped.Volume, Author, at);
        }

        work.MoveTo(
            new WorkMove(stage, IndonesianDate.InWib(at).Day, NumberOf(stage, work), "Pokmas " + shipped.Address.Split(' ')[^1], "Slamet", null, "Contoh untuk dicoba", shipped.People * 95 / 100),
            WorkWalker.Ward | WorkWalker.City, Author, at);
        if (stage == WorkStage.Started && shipped.Rewritten is { } reason)
        {
            work.Change(new WorkFacts(work.Title, work.Kind, null), work.Plan with { Volume = work.Volume - 5 }, reason, Author, at);
        }
    }

    private static string NumberOf(WorkStage stage, Work work)
    {
        var paper = stage switch { WorkStage.Planned => "DPA", WorkStage.Contracted => "SPK", WorkStage.HandedOver => "BAST", _ => "SPJ" };
        return $"{paper}/{work.Year}/{work.KelurahanCode[^4..]}";
    }

    private static async Task<Guid> Photo(Guid workId, WorkPhotoTag tag, Uploads uploads, CancellationToken ct)
    {
        var kept = await uploads.Keep(Pictures.Read(DemoPhotos.Of(tag)), ct);
        kept.BelongToWork(workId);
        return kept.Id;
    }

    private static async Task<Guid> Paper(Guid workId, Uploads uploads, CancellationToken ct)
    {
        var kept = await uploads.Keep([.. "%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\nxref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer\n<</Size 2/Root 1 0 R>>\nstartxref\n42\n%%EOF\n"u8], ct);
        kept.BelongToWork(workId);
        return kept.Id;
    }

    /// <param name="StartsIn">Days from the first start on; likewise <paramref name="EndsIn"/>.</param>
    /// <param name="Rewritten">Why its plan was changed once; else null.</param>
    private sealed record Shipped(
        string Kelurahan, string Title, WorkKind Kind, decimal Volume, string Unit, string Address, int People, WorkStage Stage, (string Name, long Planned)[] Budget, int StartsIn, int EndsIn, string? Rewritten);
}
