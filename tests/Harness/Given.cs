using System.Collections.Concurrent;
using System.Net;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;

namespace KediriLapor.Harness;

/// <summary>A report as its reporter holds it.</summary>
/// <param name="Version">After the last move that the story made.</param>
public sealed record FiledReport(Guid Id, string TrackingCode, string Secret, int Version)
{
    public string StaffPath => $"/api/v1/reports/{Id}";

    public string TrackingPath => $"/api/v1/tracking/{TrackingCode}";

    public (string Name, string Value) SecretHeader => ("Report-Secret", Secret);
}

/// <summary>Stories up to the point where a test begins, made as people make them: by commands over HTTP.</summary>
public sealed class Given(ApiHost api) : IDisposable
{
    /// <summary>A working morning in Kediri.</summary>
    public static readonly DateTimeOffset WorkingMorning = new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.FromHours(7)).ToUniversalTime();

    public const string BandarLor = "35.71.01.1001";

    public const string BandarKidul = "35.71.01.1002";

    /// <summary>In the middle of Bandar Lor, 470 m from its border.</summary>
    public static readonly GeoPoint InBandarLor = new() { Lat = -7.818385, Lng = 112.003541 };

    /// <summary>Routed at once to DLHKP; a photo of the finished work is asked for.</summary>
    public static readonly NewReport Garbage = new()
    {
        ServiceCode = "SMP-ANGKUT",
        Description = "Sampah di depan pasar sudah lima hari tidak diangkut.",
        Location = InBandarLor,
    };

    /// <summary>Routed at once to DLHKP; no photo is asked for.</summary>
    public static readonly NewReport Pollution = Garbage with { ServiceCode = "LGK-CEMAR", Description = "Air selokan berwarna dan berbau menyengat." };

    /// <summary>No rule leaves no doubt here: it waits for a verifier.</summary>
    public static readonly NewReport Unclear = Garbage with { ServiceCode = "LAIN-LAIN", Description = "Ada suara aneh setiap malam di dekat pasar." };

    /// <summary>Taken by the kelurahan of the place.</summary>
    public static readonly NewReport Alley = Garbage with { ServiceCode = "JLN-LINGKUNGAN", Description = "Paving gang rusak dan bergelombang." };

    /// <summary>About officials themselves: Inspektorat alone.</summary>
    public static readonly NewReport Bribe = Garbage with { ServiceCode = "APR-PUNGLI", Description = "Petugas meminta uang untuk surat yang gratis." };

    private readonly ConcurrentDictionary<string, Lazy<Task<Person>>> staff = new();

    /// <summary>Somebody on the internet.</summary>
    public Person Citizen { get; } = new(api);

    /// <summary>One of the demo people, signed in once.</summary>
    public Task<Person> StaffAsync(string userName) => staff.GetOrAdd(userName, name => new(() => SignedInAsync(name))).Value;

    /// <summary>Sends a report as a stranger.</summary>
    public Task<Answer> SubmitAsync(NewReport report, Guid? key = null) =>
        Citizen.PostAsync("/api/v1/reports", report, ("Idempotency-Key", (key ?? Guid.CreateVersion7()).ToString()));

    /// <summary>A report that was just received.</summary>
    public async Task<FiledReport> ReportAsync(NewReport? report = null)
    {
        var receipt = Must(await SubmitAsync(report ?? Pollution), HttpStatusCode.Created).Body;
        return new FiledReport(
            receipt.GetProperty("id").GetGuid(), receipt.GetProperty("trackingCode").GetString()!, receipt.GetProperty("secret").GetString()!,
            receipt.GetProperty("version").GetInt32());
    }

    /// <summary>A report that DLHKP has accepted.</summary>
    public async Task<FiledReport> InProgressAsync(NewReport? report = null) =>
        await MovedAsync(await ReportAsync(report), "petugas.dlhkp", new NewStatus { To = ReportStatus.InProgress });

    /// <summary>A report that DLHKP calls done, waiting for its reporter.</summary>
    public async Task<FiledReport> ResolvedAsync() =>
        await MovedAsync(await InProgressAsync(), "petugas.dlhkp", new NewStatus { To = ReportStatus.Resolved, PublicNote = "Sudah ditangani, terima kasih." });

    /// <summary>One move of a member of staff.</summary>
    public async Task<FiledReport> MovedAsync(FiledReport report, string userName, NewStatus move)
    {
        var person = await StaffAsync(userName);
        var standing = Must(await person.ChangeAsync(report.StaffPath + "/status", report.Version, move), HttpStatusCode.OK);
        return report with { Version = standing.Body.GetProperty("version").GetInt32() };
    }

    /// <summary>Who comes back signs in anew.</summary>
    public void EverybodyLeaves()
    {
        foreach (var person in staff.Values.Where(person => person.IsValueCreated && person.Value.IsCompletedSuccessfully))
        {
            person.Value.Result.Dispose();
        }

        staff.Clear();
    }

    public void Dispose()
    {
        Citizen.Dispose();
        EverybodyLeaves();
    }

    private async Task<Person> SignedInAsync(string userName)
    {
        var person = new Person(api);
        Must(await person.SignInAsync(userName, ApiHost.DemoPassword), HttpStatusCode.OK);
        return person;
    }

    private static Answer Must(Answer answer, HttpStatusCode status) =>
        answer.Status == status ? answer : throw new InvalidOperationException($"The story broke: {answer.Status} instead of {status}: {answer.Text}");
}
