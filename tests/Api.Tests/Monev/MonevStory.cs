using KediriLapor.Api.Tests.Merata;
using KediriLapor.Harness;
using KediriLapor.Platform;

namespace KediriLapor.Api.Tests.Monev;

/// <summary>A finding as somebody decides on it.</summary>
public sealed record KeptFinding(Guid Id, int Version)
{
    public string Path => $"/api/v1/merata/findings/{Id}";
}

/// <summary>Stories about how the works of Bandar Lor go: Bagian Pemerintahan examines them, the ward answers, the Inspektorat decides on what is serious.</summary>
public abstract class MonevStory : MerataStory
{
    protected const string Findings = "/api/v1/merata/findings";
    protected const string Team = "bagpem";
    protected const string Inspectorate = "pemeriksa";

    protected DateOnly Today => IndonesianDate.InWib(Clock.GetUtcNow()).Day;

    protected string InDays(int days) => Today.AddDays(days).ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    protected Dictionary<string, object?> Found(KeptWork work, string grade = "minor") => Found(work, InDays(30), grade);

    protected static Dictionary<string, object?> Found(KeptWork work, string? followUpBy, string grade = "minor", string? foundOn = null) => new()
    {
        ["workId"] = work.Id,
        ["aspect"] = "volume",
        ["grade"] = grade,
        ["description"] = "Panjang terukur 112 m dari 120 m yang direncanakan.",
        ["foundOn"] = foundOn,
        ["followUpBy"] = followUpBy,
    };

    protected async Task<Answer> RecordAsync(Dictionary<string, object?> found, string userName = Team, Guid? key = null) =>
        await (await Given.StaffAsync(userName)).PostAsync(Findings, found, ("Idempotency-Key", (key ?? Guid.CreateVersion7()).ToString()));

    protected async Task<Answer> StepAsync(KeptFinding finding, object step, string userName = Team) =>
        await (await Given.StaffAsync(userName)).ChangeAsync(finding.Path + "/steps", finding.Version, step);

    protected static new KeptFinding Kept(Answer answer)
    {
        var kept = MerataStory.Kept(answer);
        return new KeptFinding(kept.Id, kept.Version);
    }
}
