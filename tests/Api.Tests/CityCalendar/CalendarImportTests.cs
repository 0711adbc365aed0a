using System.Net;
using System.Text;
using System.Text.Json;
using KediriLapor.Harness;

namespace KediriLapor.Api.Tests.CityCalendar;

public sealed class CalendarImportTests : Story
{
    private CalendarOffice office = null!;

    [SetUp]
    public async Task Meet() => office = new CalendarOffice(await Given.StaffAsync("admin"));

    [Test]
    public async Task A_file_replaces_the_years_it_names_and_the_same_file_again_changes_nothing()
    {
        var file = CalendarOffice.File(("20280101", "Tahun Baru 2028 Masehi"), ("20280413", "Cuti Bersama Jumat Agung"));
        var preview = await office.ImportAsync(file, preview: true);
        Assert.That((preview.Body.GetProperty("applied").GetBoolean(), preview.Body.GetProperty("days").GetArrayLength()), Is.EqualTo((false, 2)), preview.Text);

        var version = await office.VersionAsync();
        var first = (await office.ImportAsync(file)).Body;
        Assert.That((first.GetProperty("applied").GetBoolean(), first.GetProperty("version").GetInt32()), Is.EqualTo((true, version + 1)));
        var again = (await office.ImportAsync(file)).Body;
        Assert.That((again.GetProperty("applied").GetBoolean(), again.GetProperty("version").GetInt32(), again.GetProperty("days").GetArrayLength()), Is.EqualTo((false, version + 1, 0)));

        var other = (await office.ImportAsync(CalendarOffice.File(("20280101", "Tahun Baru Masehi"), ("20280501", "Hari Buruh")))).Body;
        Assert.That(other.GetProperty("days").EnumerateArray().Select(Told), Is.EqualTo(new[]
        {
            "2028-01-01 Tahun Baru 2028 Masehi -> Tahun Baru Masehi", "2028-04-13 Cuti Bersama Jumat Agung -> ", "2028-05-01  -> Hari Buruh",
        }));
        var year = (await Given.Citizen.GetAsync(CalendarOffice.Path)).Status == HttpStatusCode.Unauthorized
            ? (await (await Given.StaffAsync("verifikator")).GetAsync(CalendarOffice.Path + "?year=2028")).Body : default;
        Assert.That(year.Values("days", "date"), Is.EqualTo(new[] { "2028-01-01", "2028-05-01" }));

        static string Told(JsonElement day) => $"{day.Value("date")} {Name(day.GetProperty("before"))} -> {Name(day.GetProperty("after"))}";
        static string? Name(JsonElement off) => off.ValueKind == JsonValueKind.Null ? "" : off.Value("name");
    }

    [Test]
    public async Task Ranges_folded_lines_escapes_and_kinds_are_read_as_calendar_programs_write_them()
    {
        const string file = """
            BEGIN:VCALENDAR
            VERSION:2.0
            BEGIN:VEVENT
            DTSTART;VALUE=DATE:20290214
            DTEND;VALUE=DATE:20290216
            SUMMARY;LANGUAGE=id:Hari Raya
              Idul Fitri\, 1450 H
            END:VEVENT
            BEGIN:VEVENT
            DTSTART;VALUE=DATE:20290216
            SUMMARY:Lebaran
            CATEGORIES:Cuti Bersama
            END:VEVENT
            END:VCALENDAR
            """;
        var effect = (await office.ImportAsync("\uFEFF" + file)).Body;
        Assert.That(effect.GetProperty("days").EnumerateArray().Select(day => $"{day.Value("date")} {day.GetProperty("after").Value("name")} {day.GetProperty("after").Value("kind")}"), Is.EqualTo(new[]
        {
            "2029-02-14 Hari Raya Idul Fitri, 1450 H national", "2029-02-15 Hari Raya Idul Fitri, 1450 H national", "2029-02-16 Lebaran jointLeave",
        }));
    }

    [Test]
    public async Task What_lies_within_an_event_is_not_the_event()
    {
        const string file = """
            BEGIN:VCALENDAR
            BEGIN:VEVENT
            DTSTART;VALUE=DATE:20300603
            SUMMARY:Hari Lahir Pancasila
            BEGIN:VALARM
            TRIGGER:-PT15M
            DURATION:PT5M
            SUMMARY:Ingat
            END:VALARM
            END:VEVENT
            END:VCALENDAR
            """;
        var effect = await office.ImportAsync(file, preview: true);
        effect.HasStatus(HttpStatusCode.OK);
        Assert.That(effect.Body.GetProperty("days").EnumerateArray().Select(day => day.GetProperty("after").Value("name")), Is.EqualTo(new[] { "Hari Lahir Pancasila" }));
    }

    [Test]
    public async Task A_wrong_file_is_refused_whole_and_every_wrong_line_is_named()
    {
        const string file = """
            BEGIN:VCALENDAR
            BEGIN:VEVENT
            DTSTART;VALUE=DATE:20270601
            SUMMARY:Hari Lahir Pancasila
            END:VEVENT
            BEGIN:VEVENT
            SUMMARY:Tanpa tanggal
            END:VEVENT
            BEGIN:VEVENT
            DTSTART:20270602T080000
            SUMMARY:Berjam
            END:VEVENT
            BEGIN:VEVENT
            DTSTART;VALUE=DATE:19450817
            SUMMARY:Kemerdekaan
            END:VEVENT
            BEGIN:VEVENT
            DTSTART;VALUE=DATE:20270601
            SUMMARY:Nama lain
            END:VEVENT
            BEGIN:VEVENT
            DTSTART;VALUE=DATE:20270603
            RRULE:FREQ=YEARLY
            SUMMARY:Berulang
            END:VEVENT
            BEGIN:VEVENT
            DTSTART;VALUE=DATE:20270604
            END:VEVENT
            END:VCALENDAR
            """;
        var (before, version) = (await Api.CountAsync("holidays"), await office.VersionAsync());
        var refused = await office.ImportAsync(file);
        refused.IsProblem(HttpStatusCode.UnprocessableEntity, "calendar_file_invalid");
        Assert.That(refused.Body.GetProperty("errors").EnumerateObject().Select(line => $"{line.Name} {line.Value[0]}"), Is.EqualTo(new[]
        {
            "file:6 date_required", "file:10 not_whole_day", "file:14 out_of_range", "file:18 duplicate_day", "file:23 recurring_day", "file:26 required",
        }));
        Assert.That((await Api.CountAsync("holidays"), await office.VersionAsync()), Is.EqualTo((before, version)));
    }

    [TestCase("", "file:1", "not_icalendar")]
    [TestCase("date,name\n2027-01-01,Tahun Baru", "file:1", "not_icalendar")]
    [TestCase("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20270601\nSUMMARY:Terpotong", "file:2", "not_icalendar")]
    [TestCase("BEGIN:VCALENDAR\nEND:VCALENDAR", "file:1", "required")]
    [TestCase("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Terbuka\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20270601\nSUMMARY:Hari\nEND:VEVENT\nEND:VCALENDAR", "file:4", "not_icalendar")]
    [TestCase("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20270601\nDTEND;VALUE=DATE:20280601\nSUMMARY:Setahun\nEND:VEVENT\nEND:VCALENDAR", "file:4", "out_of_range")]
    public async Task What_is_no_calendar_of_days_is_refused(string file, string line, string code)
    {
        var refused = await office.ImportAsync(file);
        refused.IsProblem(HttpStatusCode.UnprocessableEntity, "calendar_file_invalid", line);
        Assert.That(refused.Body.GetProperty("errors").GetProperty(line)[0].GetString(), Is.EqualTo(code));
    }

    [Test]
    public async Task A_file_in_another_encoding_or_too_big_is_refused()
    {
        byte[] latin = [.. "BEGIN:VCALENDAR\nX-WR-CALNAME:Libur\n"u8, .. Encoding.Latin1.GetBytes("SUMMARY:Jum\u00E1t")];
        (await office.ImportAsync(latin)).IsProblem(HttpStatusCode.UnprocessableEntity, "calendar_file_invalid", "file:3");
        (await office.ImportAsync(new byte[300 * 1024])).IsProblem(HttpStatusCode.RequestEntityTooLarge, "payload_too_large");
    }
}
