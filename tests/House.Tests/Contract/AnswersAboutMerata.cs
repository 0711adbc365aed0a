namespace KediriLapor.House.Tests.Contract;

/// <summary>The part of the walk about the works of the wards.</summary>
public sealed partial class AnswersTests
{
    private async Task Merata(Person stranger, Person admin)
    {
        const string Works = "merata/works";
        var unfit = new { karangan = 1 };
        await Walk(
            admin.Get(Works + "?pageSize=5"), admin.Get(Works + "?stage=karangan"), admin.Get(Works + "/sums"), admin.Get(Works + "/sums?year=1"),
            admin.Send("POST", Works, Given.NewWork("35.71.01.1001"), Key()), admin.Send("POST", Works, Given.NewWork("99"), Key()), admin.Send("POST", Works, Given.NewWork("35.71.01.1001")),
            admin.Send("POST", Works, Long(), Key()));

        var (own, absent, (first, stale)) = ($"{Works}/{await Given.Work(admin)}", $"{Works}/{Guid.Empty}", (("If-Match", (string?)"\"1\""), ("If-Match", (string?)"\"99\"")));
        var plan = new { to = "planned", number = "DPA/1" };
        await Walk(
            admin.Get(own), admin.Get(absent), admin.Get(own + "/plans"), admin.Get(own + "/plans?pageSize=0"), admin.Get(absent + "/plans"),
            admin.Send("PUT", own, Given.ChangedWork()), admin.Send("PUT", own, Given.ChangedWork(), stale), admin.Send("PUT", own, unfit, first), admin.Send("PUT", own, Given.ChangedWork(endsOn: "2026-01-01"), first), admin.Send("PUT", absent, Given.ChangedWork(), first),
            admin.Send("PUT", own, Given.ChangedWork(), ("If-Match", "*")), admin.Send("PUT", own, new StringContent("karangan"), first), admin.Send("PUT", own, Long(), first),
            admin.Send("POST", own + "/stage", plan), admin.Send("POST", own + "/stage", plan, stale), admin.Send("POST", own + "/stage", unfit, first), admin.Send("POST", absent + "/stage", plan, first),
            admin.Send("POST", own + "/stage", plan, ("If-Match", "*")), admin.Send("POST", own + "/stage", new { to = "evaluated" }, first), admin.Send("POST", own + "/stage", new { to = "planned" }, first),
            admin.Send("POST", own + "/stage", new StringContent("karangan"), first), admin.Send("POST", own + "/stage", Long(), first));
        await Walk(admin.Send("POST", own + "/stage", new { to = "cancelled", reason = "Tidak jadi" }, first));
        await Walk(admin.Send("PUT", own, Given.ChangedWork("Ukur ulang", 90), ("If-Match", "\"2\"")));
        var other = $"{Works}/{await Given.Work(admin)}";
        await Walk(admin.Send("PUT", other, Given.ChangedWork(volume: 90), first));

        await Realisation(admin, other, absent, first, stale);
        await Files(stranger, admin, absent, first, stale);
        await Following(stranger);
        await ForEverybody(stranger, admin);
    }

    private static async Task Realisation(Person admin, string planned, string absent, (string, string?) first, (string, string?) stale)
    {
        var (own, spent, third) = ($"merata/works/{await Given.ContractedWork(admin)}/realisation", new { volume = 10, budget = new[] { new { name = "Bahan", realised = 1000 } } }, ("If-Match", (string?)"\"3\""));
        await Walk(
            admin.Send("PUT", own, spent), admin.Send("PUT", own, spent, stale), admin.Send("PUT", own, spent, ("If-Match", "*")), admin.Send("PUT", own, new { volume = -1 }, third), admin.Send("PUT", own, new { budget = new[] { new { name = "Pasir", realised = 1 } } }, third),
            admin.Send("PUT", absent + "/realisation", spent, first), admin.Send("PUT", planned + "/realisation", spent, ("If-Match", "\"2\"")),
            admin.Send("PUT", own, new StringContent("karangan"), third), admin.Send("PUT", own, Long(), third));
        await Walk(admin.Send("PUT", own, spent, third)); // only now: whoever comes after it is stale
    }

    private async Task Following(Person stranger)
    {
        var (camat, report, other) = (await SignedIn("camat.mojoroto"), await Given.WardReport(stranger), await Given.WardReport(stranger));
        var (own, absent, first, stale, body) = (
            $"merata/works/{await Given.Work(camat)}/reports", $"merata/works/{Guid.Empty}/reports", ("If-Match", (string?)"\"1\""), ("If-Match", (string?)"\"99\""), new { report = report.TrackingCode });
        await Walk(
            camat.Send("POST", own, body), camat.Send("POST", own, body, stale), camat.Send("POST", own, body, ("If-Match", "*")), camat.Send("POST", own, new { report = "karangan" }, first),
            camat.Send("POST", absent, body, first), camat.Send("POST", own, new { karangan = 1 }, first), camat.Send("POST", own, new StringContent("karangan"), first), camat.Send("POST", own, Long(), first));
        await Walk(camat.Send("POST", own, body, first));
        var (removal, because, second) = ($"{own}/{report.Id}/removal", new { reason = "Gang yang lain" }, ("If-Match", (string?)"\"2\""));
        await Walk(camat.Send("POST", own, body, second));
        await Walk(
            camat.Send("POST", removal, because), camat.Send("POST", removal, because, stale), camat.Send("POST", removal, because, ("If-Match", "*")), camat.Send("POST", removal, new { reason = "x" }, second),
            camat.Send("POST", $"{own}/{other.Id}/removal", because, second), camat.Send("POST", removal, new StringContent("karangan"), second), camat.Send("POST", removal, Long(), second));
        await Walk(camat.Send("POST", removal, because, second));
    }

    private static async Task ForEverybody(Person stranger, Person admin)
    {
        const string Works = "public/works";
        var (id, photo) = (await Given.ContractedWork(admin), await Given.Upload(stranger, Given.Photo));
        using var added = await admin.Send("POST", $"merata/works/{id}/files", new { attachmentIds = new[] { photo }, photo = "before" }, ("If-Match", "\"3\""));
        foreach (var path in new[] { Works, Works + "/sums", $"{Works}/{id}" })
        {
            using var seen = await stranger.Get(path);
            await Walk(stranger.Get(path), stranger.Get(path, ("If-None-Match", seen.Headers.ETag!.Tag)), stranger.Get(path + "?karangan=1"));
        }

        await Walk(
            stranger.Get($"{Works}/{Guid.Empty}"), stranger.Get($"{Works}/{id}/photos/{photo}?size=thumb"), stranger.Get($"{Works}/{id}/photos/{photo}?size=karangan"), stranger.Get($"{Works}/{id}/photos/{Guid.Empty}"));
    }

    private static async Task Files(Person stranger, Person admin, string absent, (string, string?) first, (string, string?) stale)
    {
        var (own, photo, paper, because) = ($"merata/works/{await Given.ContractedWork(admin)}", await Given.Upload(stranger, Given.Photo), await Given.Upload(admin, Given.Pdf), new { reason = "Wajah warga terlihat" });
        var (add, third) = (new { attachmentIds = new[] { photo }, photo = "start" }, ("If-Match", (string?)"\"3\""));
        await Walk(
            admin.Send("POST", own + "/files", add), admin.Send("POST", own + "/files", add, stale), admin.Send("POST", own + "/files", add, ("If-Match", "*")), admin.Send("POST", absent + "/files", add, first),
            admin.Send("POST", own + "/files", new { attachmentIds = Array.Empty<string>() }, third),
            admin.Send("POST", own + "/files", new { attachmentIds = new[] { Guid.Empty }, photo = "before" }, third), admin.Send("POST", own + "/files", new StringContent("karangan"), third), admin.Send("POST", own + "/files", Long(), third));
        await Walk(admin.Send("POST", own + "/files", add, third));
        await Walk(admin.Send("POST", own + "/files", new { attachmentIds = new[] { paper }, document = "contract" }, ("If-Match", "\"4\"")));
        await Walk(admin.Send("POST", own + "/stage", new { to = "started" }, ("If-Match", "\"5\"")));
        var removal = $"{own}/files/{photo}/removal";
        await Walk(
            admin.Get($"{own}/photos/{photo}?size=thumb"), admin.Get($"{own}/photos/{photo}?size=karangan"), admin.Get($"{own}/photos/{Guid.Empty}"), admin.Get($"{own}/documents/{paper}"), admin.Get($"{own}/documents/{photo}"),
            admin.Send("POST", removal, because), admin.Send("POST", removal, because, stale), admin.Send("POST", removal, because, ("If-Match", "*")), admin.Send("POST", removal, new { reason = "x" }, ("If-Match", "\"6\"")),
            admin.Send("POST", removal, because, ("If-Match", "\"6\"")), admin.Send("POST", $"{absent}/files/{photo}/removal", because, first), admin.Send("POST", removal, new StringContent("karangan"), ("If-Match", "\"6\"")),
            admin.Send("POST", removal, Long(), ("If-Match", "\"6\"")));
        await Walk(admin.Send("POST", $"{own}/files/{paper}/removal", because, ("If-Match", "\"6\"")));
    }
}
