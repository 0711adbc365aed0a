namespace KediriLapor.House.Tests.Contract;

/// <summary>The part of the walk about what is found at works, and what is asked of them.</summary>
public sealed partial class AnswersTests
{
    private static async Task Monev(Person stranger, Person admin)
    {
        const string Findings = "merata/findings";
        var unfit = new { karangan = 1 };
        var (work, first, stale) = (await Given.ContractedWork(admin), ("If-Match", (string?)"\"1\""), ("If-Match", (string?)"\"99\""));
        var (own, absent, close) = ($"{Findings}/{await Given.Finding(admin)}", $"{Findings}/{Guid.Empty}", new { step = "close", note = "Sudah sesuai" });
        await Walk(
            admin.Get(Findings + "?pageSize=1"), admin.Get(Findings + "?grade=karangan"), admin.Get(Findings + "?kelurahan=99"), admin.Get(own), admin.Get(absent),
            admin.Send("POST", Findings, Given.NewFinding(work), Key()), admin.Send("POST", Findings, Given.NewFinding(work, "none"), Key()), admin.Send("POST", Findings, Given.NewFinding(work)),
            admin.Send("POST", Findings, unfit, Key()), admin.Send("POST", Findings, new StringContent("karangan"), Key()), admin.Send("POST", Findings, Long(), Key()),
            admin.Send("POST", own + "/steps", close), admin.Send("POST", own + "/steps", close, stale), admin.Send("POST", own + "/steps", unfit, first), admin.Send("POST", absent + "/steps", close, first),
            admin.Send("POST", own + "/steps", close, ("If-Match", "*")), admin.Send("POST", own + "/steps", new { step = "followUp", note = "Sudah" }, first), admin.Send("POST", own + "/steps", new { step = "close" }, first),
            admin.Send("POST", own + "/steps", new StringContent("karangan"), first), admin.Send("POST", own + "/steps", Long(), first));
        await Walk(admin.Send("POST", own + "/steps", close, first));

        const string Indicators = "monev/indicators";
        using var seen = await stranger.Get(Indicators);
        var fresh = ("If-Match", (string?)"\"0\"");
        await Walk(
            stranger.Get(Indicators), stranger.Get(Indicators, ("If-None-Match", seen.Headers.ETag!.Tag)), stranger.Get(Indicators + "?year=1"), stranger.Get(Indicators + "?area=99"),
            admin.Send("PUT", Indicators + "/UJI", Given.NewIndicator()), admin.Send("PUT", Indicators + "/UJI", Given.NewIndicator(), stale), admin.Send("PUT", Indicators + "/UJI", unfit, fresh),
            admin.Send("PUT", Indicators + "/uji", Given.NewIndicator(), fresh), admin.Get("admin/indicators"), admin.Send("PUT", Indicators + "/UJI", Given.NewIndicator(), ("If-Match", "*")),
            admin.Send("PUT", Indicators + "/UJI", new { name = "Sama", definition = "Sama.", group = "benefit", numerator = "works", denominator = "works", unit = "percent", aim = "higher", target = 1, tolerance = 0 }, fresh),
            admin.Send("PUT", Indicators + "/UJI", new StringContent("karangan"), fresh), admin.Send("PUT", Indicators + "/UJI", Long(), fresh));
        await Walk(admin.Send("PUT", Indicators + "/UJI", Given.NewIndicator(), fresh));
        await Walk(admin.Send("PUT", Indicators + "/UJI", Given.NewIndicator(), stale));
        foreach (var path in new[] { "monev/report", "monev/report.xlsx", "monev/report.pdf" })
        {
            await Walk(admin.Get(path), admin.Get(path + "?year=1"), admin.Get(path + "?area=99"));
        }

        await Walk(admin.Get("monev/report.docx"));
    }
}
