using System.Net;
using KediriLapor.Api.Tests.Notifications;
using KediriLapor.Harness;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;

namespace KediriLapor.Api.Tests.HandOvers;

/// <summary>A report that turns out to be PLN's, and PLN's desk, which is reached by mail.</summary>
public abstract class HandOverStory : Mailed
{
    protected const string Desk = "posko@pln.contoh.id";
    protected const string HandOvers = "/api/v1/hand-overs";

    protected Neighbour Pln { get; private set; } = null!;

    [SetUp]
    public void OpenDesk() => Pln = new Neighbour(Api, "PLN");

    [TearDown]
    public void CloseDesk() => Pln.Dispose();

    protected static NewStatus ToPln(string? contact = Desk) => new()
    {
        To = ReportStatus.Closed,
        Reason = ClosingReason.NotOurs,
        PublicNote = "Tiang ini milik PLN, hubungi 0812-3456-7890.",
        HandedOverTo = new NewHandOver { AgencyCode = "PLN", Contact = contact },
    };

    /// <summary>A report that was handed to PLN just now, its record made.</summary>
    protected async Task<(FiledReport Report, Guid HandOver)> HandedOverAsync(NewReport? report = null, string? contact = Desk, string by = "verifikator")
    {
        var filed = await Given.MovedAsync(await Given.ReportAsync(report), by, ToPln(contact));
        await Api.OutboxIsDeliveredAsync();
        var shown = await (await Given.StaffAsync("inspektorat")).GetAsync(filed.StaffPath);
        return (filed, shown.Body.GetProperty("handedOverTo").GetProperty("id").GetGuid());
    }

    /// <summary>The link that came by mail.</summary>
    protected async Task<Uri> MailedAsync(int count = 1)
    {
        var mails = await Eventually.SeeAsync(() => Task.FromResult(Catcher.To(Desk)), seen => seen.Length >= count);
        Assert.That(mails, Has.Length.EqualTo(count));
        return Neighbour.LinkIn(mails[^1]);
    }

    /// <summary>A link that an officer passes on.</summary>
    protected async Task<(Uri Link, Guid Id)> ToldAsync(Guid handOver, string by = "verifikator")
    {
        var made = await (await Given.StaffAsync(by)).PostAsync($"{HandOvers}/{handOver}/links", new { }, Key());
        made.HasStatus(HttpStatusCode.Created);
        return (new Uri(made.Body.GetProperty("url").GetString()!), made.Body.GetProperty("link").GetProperty("id").GetGuid());
    }

    /// <summary>Signed in now: sessions do not outlive the days that a story lets go by.</summary>
    protected async Task<Person> AnewAsync(string userName)
    {
        var person = new Person(Api);
        (await person.SignInAsync(userName, ApiHost.DemoPassword)).HasStatus(HttpStatusCode.OK);
        return person;
    }

    protected static (string, string) Key() => ("Idempotency-Key", Guid.CreateVersion7().ToString());

    protected DateOnly Today => DateOnly.FromDateTime(Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).DateTime);

    protected async Task<System.Text.Json.JsonElement> TrackedAsync(FiledReport report) => (await Given.Citizen.GetAsync(report.TrackingPath, report.SecretHeader)).Body;
}
