using System.Globalization;
using KediriLapor.Platform;

namespace KediriLapor.Model.Tests.Deadlines;

public class IndonesianDateTests
{
    [TestCase("2025-10-30T09:00:00Z", "Kamis, 30 Oktober 2025 pukul 16.00 WIB")]
    [TestCase("2025-12-31T17:00:00Z", "Kamis, 1 Januari 2026 pukul 00.00 WIB")]
    [TestCase("2025-08-17T10:05:59+07:00", "Minggu, 17 Agustus 2025 pukul 10.05 WIB")]
    [TestCase("2024-02-29T23:59:00+07:00", "Kamis, 29 Februari 2024 pukul 23.59 WIB")]
    public void An_instant_reads_as_on_a_clock_in_Kediri(string instant, string text) =>
        Assert.That(IndonesianDate.Format(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture)), Is.EqualTo(text));

    [Test]
    [SetCulture("ar-SA")]
    public void The_culture_of_the_machine_changes_nothing() =>
        Assert.That(IndonesianDate.Format(new DateOnly(2025, 5, 2)), Is.EqualTo("Jumat, 2 Mei 2025"));

    [Test]
    public void Every_day_and_month_has_its_name() => Assert.Multiple(() =>
    {
        Assert.That(
            Enumerable.Range(1, 7).Select(day => IndonesianDate.Format(new DateOnly(2025, 6, day)).Split(',')[0]),
            Is.EqualTo(new[] { "Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu" }));
        Assert.That(
            Enumerable.Range(1, 12).Select(month => IndonesianDate.Format(new DateOnly(2025, month, 1)).Split(' ')[2]),
            Is.EqualTo(new[] { "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember" }));
    });
}
