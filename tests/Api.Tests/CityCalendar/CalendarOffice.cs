using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using KediriLapor.CityCalendar;
using KediriLapor.Deadlines;
using KediriLapor.Harness;

namespace KediriLapor.Api.Tests.CityCalendar;

/// <summary>The calendar as an admin edits it.</summary>
internal sealed class CalendarOffice(Person admin)
{
    public const string Path = "/api/v1/admin/calendar";

    public async Task<int> VersionAsync() => (await admin.GetAsync(Path)).Body.GetProperty("version").GetInt32();

    public async Task<Answer> ChangeAsync(string date, string name, HolidayKind kind = HolidayKind.National, int? version = null, bool preview = false) =>
        await SendAsync(HttpMethod.Put, $"/{date}", JsonContent.Create(new NewHoliday { Name = name, Kind = kind }, options: Person.Json), version, preview);

    public Task<Answer> RemoveAsync(string date, int? version = null, bool preview = false) => SendAsync(HttpMethod.Delete, $"/{date}", null, version, preview);

    public Task<Answer> HoursAsync(string from, string until, int opens, int closes) => SendAsync(
        HttpMethod.Put, $"/office-hours/{from}",
        JsonContent.Create(
            new NewOfficeHours { ValidUntil = DateOnly.Parse(until, CultureInfo.InvariantCulture), Opens = new(opens, 0), Closes = new(closes, 0) }, options: Person.Json),
        null, false);

    public async Task<Answer> ImportAsync(string file, int? version = null, bool preview = false) => await ImportAsync(Encoding.UTF8.GetBytes(file), version, preview);

    public async Task<Answer> ImportAsync(byte[] file, int? version = null, bool preview = false)
    {
        using var part = new ByteArrayContent(file);
        part.Headers.ContentType = new MediaTypeHeaderValue("text/calendar");
        using var form = new MultipartFormDataContent { { part, "file", "libur.ics" } };
        return await SendAsync(HttpMethod.Post, "/import", form, version, preview);
    }

    /// <summary>A file of whole days, as calendar programs write them.</summary>
    public static string File(params (string Day, string Name)[] days) =>
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
        + string.Concat(days.Select(day => $"BEGIN:VEVENT\r\nUID:{day.Day}\r\nDTSTART;VALUE=DATE:{day.Day}\r\nSUMMARY:{day.Name}\r\nEND:VEVENT\r\n"))
        + "END:VCALENDAR\r\n";

    private async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? content, int? version, bool preview)
    {
        using (content)
        {
            return await admin.SendAsync(
                method, Path + path + (preview ? "?preview=true" : ""), content,
                ("If-Match", $"\"{version ?? await VersionAsync()}\""), ("X-XSRF-TOKEN", admin.AntiforgeryToken));
        }
    }
}
