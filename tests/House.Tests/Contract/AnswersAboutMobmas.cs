using System.Text;

namespace KediriLapor.House.Tests.Contract;

/// <summary>The part of the walk about the cars of the wards.</summary>
public sealed partial class AnswersTests
{
    private async Task Mobmas(Person stranger, Person admin)
    {
        var (camat, auditor, officer) = (await SignedIn("camat.mojoroto"), await SignedIn("inspektorat"), await SignedIn("petugas.dpupr"));
        await Walk(
            stranger.Get("mobmas/availability?kelurahan=35.71.01.1001"), stranger.Get("mobmas/availability"), stranger.Get("mobmas/use"), stranger.Get("mobmas/use?from=2026-01-01&until=2025-01-01"),
            camat.Get("mobmas/cars?pageSize=5"), camat.Get("mobmas/calendar"), camat.Get("mobmas/calendar?from=2026-01-01&until=2027-01-01"), camat.Get("mobmas/trips"),
            auditor.Get("mobmas/contact-readings"), auditor.Get("mobmas/contact-readings?pageSize=0"));
        await Requests(stranger, camat, officer);
        await Cars(stranger, camat, admin);
    }

    private static async Task Requests(Person stranger, Person camat, Person officer)
    {
        const string Requests = "mobmas/requests";
        var unfit = new { karangan = 1 };
        await Walk(
            stranger.Send("POST", Requests, Given.NewCarRequest("urgentMedical"), Key()), stranger.Send("POST", Requests, unfit, Key()), stranger.Send("POST", Requests, Given.NewCarRequest()),
            camat.Send("POST", Requests, Given.NewCarRequest(carId: Given.Car), Key()), camat.Send("POST", Requests, Given.NewCarRequest(carId: Given.Car), Key()),
            camat.Get(Requests), camat.Get(Requests + "?state=karangan"));

        // one that serves a report: each shows the other
        var report = await Given.WardReport(stranger);
        var ride = await Given.CarRequest(camat, Given.NewCarRequest(day: 22, reportId: report.Id));
        await Walk(
            stranger.Send("POST", Requests, Given.NewCarRequest(day: 22, reportId: report.Id), Key()), camat.Send("POST", Requests, Given.NewCarRequest(day: 22, reportId: "karangan"), Key()),
            camat.Get($"{Requests}/{ride.Id}"), camat.Get("reports/" + report.Id), officer.Get("reports/" + report.Id));

        var request = await Given.CarRequest(stranger, Given.NewCarRequest(day: 21));
        var (own, absent, first, stale, secret) = ($"{Requests}/{request.Id}", $"{Requests}/{Guid.Empty}", ("If-Match", (string?)request.ETag), ("If-Match", (string?)"\"99\""), ("Report-Secret", (string?)request.Secret));
        var refuse = new { to = "refused", reason = "notCovered", note = "Bukan untuk wisata." };
        await Walk(
            camat.Get(own), officer.Get(own), camat.Send("POST", own + "/status", refuse), camat.Send("POST", own + "/status", refuse, stale), camat.Send("POST", own + "/status", unfit, first),
            camat.Send("POST", own + "/status", new { to = "done", odometer = 1 }, first), camat.Send("POST", own + "/status", new { to = "refused" }, first),
            camat.Send("POST", absent + "/status", refuse, first), camat.Send("POST", own + "/status", new StringContent("karangan"), first), camat.Send("POST", own + "/status", Long(), first),
            camat.Send("POST", own + "/contact-readings", new { reason = "Memastikan waktu" }), camat.Send("POST", own + "/contact-readings", new { reason = "x" }),
            camat.Send("POST", absent + "/contact-readings", new { reason = "Memastikan waktu" }));

        var tracked = "mobmas/tracking/" + request.TrackingCode;
        await Walk(
            stranger.Get(tracked, secret), stranger.Get(tracked), stranger.Get(tracked + "/personal-data", secret), stranger.Get(tracked + "/personal-data"),
            stranger.Send("POST", tracked + "/cancellation", null, secret), stranger.Send("POST", tracked + "/cancellation", null, secret, ("If-Match", "*")),
            stranger.Send("POST", tracked + "/cancellation", null, secret, stale), stranger.Send("POST", tracked + "/cancellation", null, first));
        await Walk(
            stranger.Send("PUT", tracked + "/personal-data", new { phone = "081234567891" }), stranger.Send("PUT", tracked + "/personal-data", new { name = "Sri" }, secret),
            stranger.Send("PUT", tracked + "/personal-data", unfit, secret), stranger.Send("PUT", tracked + "/personal-data", new StringContent("karangan"), secret), stranger.Send("PUT", tracked + "/personal-data", Long(), secret));
        await Walk(camat.Send("POST", own + "/status", refuse, first));
        await Walk(stranger.Send("PUT", tracked + "/personal-data", new { name = "Sri", phone = "081234567891" }, secret));
        await Walk(stranger.Send("POST", tracked + "/cancellation", null, secret, ("If-Match", "\"3\"")));
        await Walk(stranger.Send("DELETE", tracked + "/personal-data", null, secret), stranger.Send("DELETE", tracked + "/personal-data"));
        await Walk(stranger.Send("PUT", tracked + "/personal-data", new { phone = "081234567891" }, secret));
        var other = await Given.CarRequest(stranger, Given.NewCarRequest(day: 21));
        await Walk(stranger.Send("POST", $"mobmas/tracking/{other.TrackingCode}/cancellation", null, ("Report-Secret", other.Secret), ("If-Match", other.ETag)));
    }

    private static async Task Cars(Person stranger, Person camat, Person admin)
    {
        var (own, absent, car, none, stale) = ($"mobmas/cars/{Guid.CreateVersion7()}", $"mobmas/cars/{Guid.Empty}", Given.NewCar("AG 77 UJ"), ("If-Match", (string?)"\"0\""), ("If-Match", (string?)"\"99\""));
        await Walk(admin.Send("PUT", own, car, none));
        await Walk(
            camat.Get(own), camat.Get(absent), camat.Send("PUT", own, car), camat.Send("PUT", own, car, stale), camat.Send("PUT", own, new { karangan = 1 }, ("If-Match", "\"1\"")),
            camat.Send("PUT", own, Given.NewCar("bukan nomor"), ("If-Match", "\"1\"")), camat.Send("PUT", absent, car, stale), camat.Send("PUT", absent, car, none),
            camat.Send("PUT", own, new StringContent("karangan"), none), camat.Send("PUT", own, Long(), none),
            camat.Send("POST", own + "/feed"), camat.Send("POST", own + "/feed", null, stale), camat.Send("POST", own + "/feed", null, ("If-Match", "*")), camat.Send("POST", absent + "/feed", null, stale));
        using var feed = await camat.Send("POST", own + "/feed", null, ("If-Match", "\"1\""));
        await Walk(stranger.Get((await Person.Read(feed))["path"]!.GetValue<string>()["/api/v1/".Length..]), stranger.Get("mobmas/feeds/karangan.ics"));
    }

    private static (string, string?) Key() => ("Idempotency-Key", Guid.CreateVersion7().ToString());

    /// <summary>More than a body may be.</summary>
    private static StringContent Long() => new($"{{\"panjang\":\"{new string('x', 300 * 1024)}\"}}", Encoding.UTF8, "application/json");
}
