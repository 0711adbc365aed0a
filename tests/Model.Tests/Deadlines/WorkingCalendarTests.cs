using KediriLapor.Deadlines;
using static KediriLapor.Model.Tests.Deadlines.Calendar;

namespace KediriLapor.Model.Tests.Deadlines;

public class WorkingCalendarTests
{
    [TestCase("2025-10-23 10:00", 5, "2025-10-30 16:00", TestName = "An ordinary week: Thursday to Thursday")]
    [TestCase("2025-10-23 05:00", 1, "2025-10-24 16:00", TestName = "Before opening counts as the same day")]
    [TestCase("2025-10-24 16:00", 3, "2025-10-29 16:00", TestName = "Friday at closing time is still Friday")]
    [TestCase("2025-10-24 16:01", 3, "2025-10-30 16:00", TestName = "Friday 16.01 is Monday")]
    [TestCase("2025-10-25 09:00", 3, "2025-10-30 16:00", TestName = "Saturday is Monday")]
    [TestCase("2025-10-26 23:59:59", 3, "2025-10-30 16:00", TestName = "Sunday to the last second is Monday")]
    [TestCase("2025-10-27 00:00", 3, "2025-10-30 16:00", TestName = "Monday from the first second is Monday")]
    [TestCase("2025-03-27 10:00", 3, "2025-04-10 16:00", TestName = "Idulfitri 2025 and its joint leave delay by eleven days")]
    [TestCase("2025-03-27 15:00", 1, "2025-04-08 16:00", TestName = "The last working day before Idulfitri 2025, at the Ramadan closing time")]
    [TestCase("2025-03-27 15:01", 1, "2025-04-09 16:00", TestName = "The same day after the Ramadan closing time")]
    [TestCase("2025-04-04 09:00", 1, "2025-04-09 16:00", TestName = "In the joint leave of Idulfitri 2025")]
    [TestCase("2026-03-17 10:00", 1, "2026-03-25 16:00", TestName = "Nyepi and Idulfitri 2026 in one row")]
    [TestCase("2026-03-21 09:00", 1, "2026-03-26 16:00", TestName = "On Idulfitri 2026")]
    [TestCase("2026-03-02 10:00", 3, "2026-03-05 15:00", TestName = "Due within Ramadan is due at three")]
    [TestCase("2026-02-18 15:30", 1, "2026-02-19 15:00", TestName = "Received before Ramadan, due on its first day")]
    [TestCase("2026-02-19 15:30", 1, "2026-02-23 15:00", TestName = "Half past three on the first day of Ramadan is too late")]
    [TestCase("2025-12-24 10:00", 3, "2025-12-31 16:00", TestName = "Christmas and its joint leave")]
    [TestCase("2025-12-24 10:00", 5, "2026-01-05 16:00", TestName = "Across the change of year")]
    [TestCase("2025-12-31 16:30", 1, "2026-01-05 16:00", TestName = "New Year's Eve after hours")]
    public void Due_at_closing_time_of_the_last_working_day(string received, int workingDays, string due) =>
        Assert.That(Shipped.DueAfter(Wib(received), workingDays).DueAt, Is.EqualTo(Wib(due)));

    [TestCase("2025-10-24T09:00:00Z", "2025-10-24", TestName = "Exactly 16.00 WIB")]
    [TestCase("2025-10-24T09:00:00.0000001Z", "2025-10-27", TestName = "The tick after 16.00 WIB")]
    [TestCase("2025-10-22T16:59:59Z", "2025-10-23", TestName = "One second to midnight WIB")]
    [TestCase("2025-10-22T17:00:00Z", "2025-10-23", TestName = "Midnight WIB")]
    [TestCase("2025-10-24T18:00:00+09:00", "2025-10-24", TestName = "An instant told in Papua")]
    public void The_day_of_receipt_is_told_by_the_clock_in_Kediri(string instant, string day) =>
        Assert.That(Shipped.ReceiptDay(DateTimeOffset.Parse(instant, null)), Is.EqualTo(Day(day)));

    [Test]
    public void The_due_instant_carries_the_offset_of_Kediri() =>
        Assert.That(Shipped.DueAfter(Wib("2025-10-23 10:00").ToUniversalTime(), 1).DueAt.Offset, Is.EqualTo(TimeSpan.FromHours(7)));

    [Test]
    public void The_arithmetic_around_Idulfitri_names_each_holiday()
    {
        var deadline = Shipped.DueAfter(Wib("2025-03-27 15:30"), 3);
        Assert.Multiple(() =>
        {
            Assert.That(deadline.Lines.Select(line => line.Text), Is.EqualTo(new[]
            {
                "Diterima Kamis, 27 Maret 2025 pukul 15.30 WIB.",
                "Dihitung sebagai diterima Selasa, 8 April 2025, karena masuk sesudah jam kerja (08.00-15.00 WIB).",
                "Jumat, 28 Maret 2025 dilewati: Cuti Bersama Hari Suci Nyepi.",
                "Senin, 31 Maret 2025 dilewati: libur nasional Idul Fitri 1446 H.",
                "Selasa, 1 April 2025 dilewati: libur nasional Idul Fitri 1446 H.",
                "Rabu, 2 April 2025 dilewati: Cuti Bersama Idul Fitri.",
                "Kamis, 3 April 2025 dilewati: Cuti Bersama Idul Fitri.",
                "Jumat, 4 April 2025 dilewati: Cuti Bersama Idul Fitri.",
                "Senin, 7 April 2025 dilewati: Cuti Bersama Idul Fitri.",
                "Hari kerja ke-1: Rabu, 9 April 2025.",
                "Sabtu dan Minggu dilewati: 4 hari.",
                "Tenggat, hari kerja ke-3: Jumat, 11 April 2025 pukul 16.00 WIB.",
            }));
            Assert.That(deadline.Lines[0].At, Is.EqualTo(Wib("2025-03-27 15:30")));
            Assert.That(deadline.Lines[^1].At, Is.EqualTo(deadline.DueAt));
            Assert.That(deadline.Lines[1..^1].Select(line => line.At), Has.All.Null);
        });
    }

    [Test]
    public void A_plain_week_needs_no_more_than_three_lines() =>
        Assert.That(Shipped.DueAfter(Wib("2025-10-27 10:00"), 3).Lines.Select(line => line.Text), Is.EqualTo(new[]
        {
            "Diterima Senin, 27 Oktober 2025 pukul 10.00 WIB.",
            "Hari kerja ke-1: Selasa, 28 Oktober 2025.",
            "Tenggat, hari kerja ke-3: Kamis, 30 Oktober 2025 pukul 16.00 WIB.",
        }));

    [TestCase("2025-12-25 10:00", "karena Kamis, 25 Desember 2025 adalah libur nasional Kelahiran Yesus Kristus.")]
    [TestCase("2025-12-26 10:00", "karena Jumat, 26 Desember 2025 adalah Cuti Bersama Natal.")]
    [TestCase("2025-12-27 10:00", "karena Sabtu, 27 Desember 2025 bukan hari kerja.")]
    public void What_comes_on_a_free_day_says_which(string received, string reason) =>
        Assert.That(Shipped.DueAfter(Wib(received), 1).Lines[1].Text, Is.EqualTo($"Dihitung sebagai diterima Senin, 29 Desember 2025, {reason}"));

    [Test]
    public void Beyond_the_known_years_only_weekends_are_skipped_and_a_line_says_so()
    {
        var deadline = Shipped.DueAfter(Wib("2027-12-30 10:00"), 2);
        var far = Shipped.DueAfter(Wib("2030-12-24 10:00"), 2);
        Assert.Multiple(() =>
        {
            Assert.That(deadline.DueAt, Is.EqualTo(Wib("2028-01-03 16:00")));
            Assert.That(far.DueAt, Is.EqualTo(Wib("2030-12-26 16:00")), "Christmas 2030 is not known");
            Assert.That(UnknownYears(deadline), Is.EqualTo(new[] { "Hari libur tahun 2028 belum ditetapkan: hanya Sabtu dan Minggu yang dilewati." }));
            Assert.That(UnknownYears(far), Has.Exactly(1).Items);
            Assert.That(UnknownYears(Shipped.DueAfter(Wib("2027-12-29 10:00"), 2)), Is.Empty);
        });
    }

    [Test]
    public void Two_holidays_on_one_day_are_one_free_day_with_both_names()
    {
        var day = Day("2025-10-28");
        var calendar = new WorkingCalendar([new(day, "Hari Satu", HolidayKind.National), new(day, "Cuti Dua", HolidayKind.JointLeave)], []);
        var deadline = calendar.DueAfter(Wib("2025-10-27 10:00"), 1);
        Assert.Multiple(() =>
        {
            Assert.That(deadline.DueAt, Is.EqualTo(Wib("2025-10-29 16:00")));
            Assert.That(deadline.Lines.Select(line => line.Text), Has.One.EqualTo("Selasa, 28 Oktober 2025 dilewati: libur nasional Hari Satu dan Cuti Dua."));
        });
    }

    [Test]
    public void Hours_that_start_later_override_and_lapse()
    {
        var calendar = new WorkingCalendar([], [Hours(("2025-01-01", null), 8, 17), Hours(("2025-10-27", "2025-10-28"), 9, 14)]);
        Assert.Multiple(() =>
        {
            Assert.That(calendar.HoursOn(Day("2024-12-31")), Is.EqualTo(OfficeHours.Usual));
            Assert.That(calendar.HoursOn(Day("2025-10-26")).Closes.Hour, Is.EqualTo(17));
            Assert.That(calendar.HoursOn(Day("2025-10-27")).Closes.Hour, Is.EqualTo(14));
            Assert.That(calendar.HoursOn(Day("2025-10-28")).Closes.Hour, Is.EqualTo(14));
            Assert.That(calendar.HoursOn(Day("2025-10-29")).Closes.Hour, Is.EqualTo(17));
        });
    }

    [Test]
    public void Hours_that_close_before_they_open_make_no_calendar() =>
        Assert.That(() => new WorkingCalendar([], [Hours(("2025-01-01", null), 16, 8)]), Throws.ArgumentException);

    [TestCase(0)]
    [TestCase(-1)]
    public void Less_than_a_day_or_a_minute_is_no_deadline(int amount) => Assert.Multiple(() =>
    {
        Assert.That(() => Shipped.DueAfter(Wib("2025-10-27 10:00"), amount), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => Deadline.InMinutes(Wib("2025-10-27 10:00"), amount), Throws.InstanceOf<ArgumentOutOfRangeException>());
    });

    [Test]
    public void An_emergency_knows_no_night_and_no_holiday()
    {
        var deadline = Deadline.InMinutes(Wib("2025-03-31 23:50"), 15);
        Assert.Multiple(() =>
        {
            Assert.That(deadline.DueAt, Is.EqualTo(Wib("2025-04-01 00:05")));
            Assert.That(deadline.Lines.Select(line => line.Text), Is.EqualTo(new[]
            {
                "Diterima Senin, 31 Maret 2025 pukul 23.50 WIB.",
                "Kedaruratan ditangani 24 jam setiap hari: 15 menit.",
                "Tenggat: Selasa, 1 April 2025 pukul 00.05 WIB.",
            }));
        });
    }

    [Test]
    public void The_shipped_files_cover_the_same_years() => Assert.Multiple(() =>
    {
        Assert.That(Holidays.Select(holiday => holiday.Date.Year).Distinct(), Is.EquivalentTo(new[] { 2025, 2026, 2027 }));
        Assert.That(Calendar.Hours.Where(hours => hours.ValidUntil is not null).Select(hours => hours.ValidFrom.Year), Is.EqualTo(new[] { 2025, 2026, 2027 }));
        Assert.That(Holidays.Select(holiday => holiday.Date), Is.Ordered.And.Unique);
    });

    private static string[] UnknownYears(Deadline deadline) =>
        [.. deadline.Lines.Select(line => line.Text).Where(text => text.Contains("belum ditetapkan", StringComparison.Ordinal))];

    private static OfficeHours Hours((string From, string? Until) valid, int opens, int closes) =>
        new(Day(valid.From), valid.Until is null ? null : Day(valid.Until), new(opens, 0), new(closes, 0));
}
