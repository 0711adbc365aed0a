using System.Net;
using KediriLapor.Api.Tests.Reports;
using KediriLapor.Harness;

namespace KediriLapor.Api.Tests.Merata;

/// <summary>A work as somebody keeps it.</summary>
public sealed record KeptWork(Guid Id, int Version)
{
    public string Path => $"/api/v1/merata/works/{Id}";
}

/// <summary>Stories about the works of Bandar Lor: its officer keeps them, the camat sees them, an admin speaks for Bagian Pemerintahan.</summary>
public abstract class MerataStory : Story
{
    protected const string Works = "/api/v1/merata/works";
    protected const string Ward = "petugas.bandar-lor";
    protected const string City = "admin";

    protected static Dictionary<string, object?> Proposal(string title = "Paving Gang Kenanga RT 03", string kelurahan = Given.BandarLor, int year = 2026) => new()
    {
        ["kelurahanCode"] = kelurahan,
        ["year"] = year,
        ["title"] = title,
        ["kind"] = "road",
        ["volume"] = 120,
        ["unit"] = "m",
        ["startsOn"] = $"{year}-06-01",
        ["endsOn"] = $"{year}-11-20",
        ["address"] = "Gang Kenanga RT 03 RW 05",
        ["path"] = new[] { new { lat = Given.InBandarLor.Lat, lng = Given.InBandarLor.Lng } },
        ["beneficiaries"] = 240,
        ["budget"] = new[] { new { name = "Bahan", planned = 65_000_000L }, new { name = "Upah", planned = 30_000_000L } },
    };

    protected static Dictionary<string, object?> With(Dictionary<string, object?> body, string field, object? value) => new(body) { [field] = value };

    /// <summary>The same plan as a change has it.</summary>
    protected static Dictionary<string, object?> Rewritten(string? reason = null)
    {
        var body = new Dictionary<string, object?>(Proposal()) { ["reason"] = reason };
        body.Remove("kelurahanCode");
        body.Remove("year");
        return body;
    }

    protected async Task<Answer> ProposeAsync(Dictionary<string, object?> body, string userName = Ward, Guid? key = null) =>
        await (await Given.StaffAsync(userName)).PostAsync(Works, body, ("Idempotency-Key", (key ?? Guid.CreateVersion7()).ToString()));

    protected async Task<KeptWork> ProposedAsync(Dictionary<string, object?>? body = null)
    {
        var answer = await ProposeAsync(body ?? Proposal());
        answer.HasStatus(HttpStatusCode.Created);
        return Kept(answer);
    }

    protected async Task<Answer> MoveAsync(KeptWork work, object move, string userName = Ward) => await (await Given.StaffAsync(userName)).ChangeAsync(work.Path + "/stage", work.Version, move);

    protected async Task<KeptWork> MovedAsync(KeptWork work, object move, string userName = Ward) => Kept(await MoveAsync(work, move, userName));

    protected async Task<KeptWork> PlannedAsync(Dictionary<string, object?>? body = null) => await MovedAsync(await ProposedAsync(body), new { to = "planned", number = "DPA/2026/1" });

    protected async Task<KeptWork> ContractedAsync() =>
        await MovedAsync(await PlannedAsync(), new { to = "contracted", number = "SPK/2026/1", pokmasName = "Pokmas Kenanga", pokmasChair = "Slamet Riyadi" });

    /// <summary>At this stage of progress, each shown by a photo.</summary>
    protected async Task<KeptWork> UnderWayAsync(string until = "started")
    {
        var work = await ContractedAsync();
        foreach (var stage in new[] { "started", "halfway", "completed" })
        {
            work = await MovedAsync(work, new { to = stage, photoIds = new[] { await PhotoAsync() } });
            if (stage == until)
            {
                break;
            }
        }

        return work;
    }

    protected async Task<Guid> PhotoAsync() => (await Given.Citizen.UploadAsync(Photo.Jpeg())).Body.GetProperty("id").GetGuid();

    protected async Task<Guid> PdfAsync()
    {
        var answer = await (await Given.StaffAsync(Ward)).SendFileAsync(PdfFile.Plain());
        answer.HasStatus(HttpStatusCode.Created);
        return answer.Body.GetProperty("id").GetGuid();
    }

    protected static KeptWork Kept(Answer answer)
    {
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK).Or.EqualTo(HttpStatusCode.Created), answer.Text);
        return new KeptWork(answer.Body.GetProperty("id").GetGuid(), answer.Body.GetProperty("version").GetInt32());
    }
}
