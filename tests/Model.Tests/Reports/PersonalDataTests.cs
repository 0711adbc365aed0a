using System.Diagnostics;
using CsCheck;
using KediriLapor.Reports.Model;

namespace KediriLapor.Model.Tests.Reports;

public class PersonalDataTests
{
    [TestCase("081234567890")]
    [TestCase("0812-3456-7890")]
    [TestCase("0812 3456 7890")]
    [TestCase("0812 - 3456 - 7890")]
    [TestCase("0812.3456.7890")]
    [TestCase("0812–3456–7890")]
    [TestCase("08 12 2034 5678")]
    [TestCase("0 8 1 2 3 4 5 6 7 8 9 0")]
    [TestCase("62812345678")]
    [TestCase("6281234567890")]
    [TestCase("+6281234567890")]
    [TestCase("+62 812-3456-7890")]
    [TestCase("+62 (0)812-3456-7890")]
    [TestCase("+62 0812 3456 7890")]
    [TestCase("0354681234")]
    [TestCase("0354-681234")]
    [TestCase("0354 68 12 34")]
    [TestCase("0354) 681234")]
    [TestCase("0812\u00a03456\u00a07890")]
    [TestCase("81234567890")]
    [TestCase("812-3456-7890")]
    public void A_phone_number_is_masked(string phone) => Assert.Multiple(() =>
    {
        Assert.That(PersonalData.Mask($"Hubungi {phone}."), Is.EqualTo("Hubungi [nomor telepon]."));
        Assert.That(PersonalData.Mask($"WA:{phone},trims"), Is.EqualTo("WA:[nomor telepon],trims"));
        Assert.That(PersonalData.Mask(phone), Is.EqualTo("[nomor telepon]"));
    });

    [TestCase("3571010505900001")]
    [TestCase("3571 0105 0590 0001")]
    [TestCase("35.71.01.050590.0001")]
    [TestCase("357101-050590-0001")]
    public void A_nik_is_masked(string nik) => Assert.Multiple(() =>
    {
        Assert.That(PersonalData.Mask($"NIK {nik} atas nama saya"), Is.EqualTo("NIK [NIK] atas nama saya"));
        Assert.That(PersonalData.Mask($"nik:{nik}"), Is.EqualTo("nik:[NIK]"));
    });

    [TestCase("01.234.567.8-901.000")]
    [TestCase("01.234.567.8.901.000")]
    public void A_tax_number_is_masked(string npwp) => Assert.That(PersonalData.Mask($"NPWP {npwp} saya"), Is.EqualTo("NPWP [NPWP] saya"));

    [TestCase("Saya Sri Wahyuni, tinggal di sini", "Saya [nama], tinggal di sini")]
    [TestCase("saya SRI WAHYUNI.", "saya [nama].")]
    [TestCase("Sri Wahyuningsih tetangga saya", "Sri Wahyuningsih tetangga saya")]
    [TestCase("hubungi 081234567890", "hubungi [nomor telepon]")]
    public void The_name_that_the_reporter_gave_is_masked_in_their_words(string text, string masked) =>
        Assert.That(PersonalData.Mask(text, "Sri Wahyuni"), Is.EqualTo(masked));

    [TestCase("budi@example.com")]
    [TestCase("budi.santoso+lapor@mail.kedirikota.go.id")]
    [TestCase("BUDI_99@EXAMPLE.CO.ID")]
    public void An_email_address_is_masked(string email) =>
        Assert.That(PersonalData.Mask($"Balas ke {email}, terima kasih"), Is.EqualTo("Balas ke [alamat email], terima kasih"));

    [TestCase("AG 1234 XY")]
    [TestCase("AG1234XY")]
    [TestCase("ag 1234 xy")]
    [TestCase("AG-1234-XY")]
    [TestCase("AG  1234  AB")]
    [TestCase("AG 123 A")]
    [TestCase("B 1234 CDE")]
    [TestCase("N 4567 KM")]
    [TestCase("DP 1234 AB")]
    public void A_number_plate_is_masked(string plate) =>
        Assert.That(PersonalData.Mask($"Truk {plate} parkir di trotoar"), Is.EqualTo("Truk [nomor kendaraan] parkir di trotoar"));

    [TestCase("RT 03 RW 02")]
    [TestCase("RT 003 RW 002, blok B 20 no. 123")]
    [TestCase("RT.03/RW.02 Jl. Pattimura 123A")]
    [TestCase("Harganya Rp 1.250.000 atau Rp1.250.000,00")]
    [TestCase("Anggaran Rp 62.500.000.000 dan Rp. 30.320.000.000")]
    [TestCase("sejak 28 Oktober 2025 jam 10.30")]
    [TestCase("tanggal 05-11-2025 10.30 sampai 06-11-2025 3 hari")]
    [TestCase("tgl 05.11.2025 pukul 21.00")]
    [TestCase("pada 05/11/2025")]
    [TestCase("buka jam 08.00-16.00 2 orang")]
    [TestCase("buka 08.00 - 16.00")]
    [TestCase("tahun 2025 dan 2026")]
    [TestCase("dr 2024 sd 2025 blm diperbaiki")]
    [TestCase("dr 2023 yg lalu, panjang 100 m, lebar 150 cm")]
    [TestCase("lapor ke 112 atau 110")]
    [TestCase("tiang no 0012345")]
    [TestCase("kode 7F3K-9QX2-M4D")]
    [TestCase("biaya 8500000000,00 atau 8.500.000.000")]
    [TestCase("koordinat -7.8166,112.0119 dan 7.8123456789")]
    [TestCase("5 rumah, 20 KK, 100 orang")]
    [TestCase("akun @pemkotkediri di Instagram")]
    public void What_is_no_personal_data_stays(string text) => Assert.That(PersonalData.Mask(text), Is.EqualTo(text));

    [Test]
    public void Everything_in_one_text_is_found() =>
        Assert.That(
            PersonalData.Mask("Sdr Budi, NIK 3571010505900001, HP 081234567890/085712345678, budi@example.com, mobil AG 1234 XY, RT 03 RW 02"),
            Is.EqualTo("Sdr Budi, NIK [NIK], HP [nomor telepon]/[nomor telepon], [alamat email], mobil [nomor kendaraan], RT 03 RW 02"));

    [Test]
    public void No_planted_number_survives_any_surroundings()
    {
        var words = Gen.String[Gen.Char["abcxyz ,;:()\n\"'RT"], 0, 30];
        var digits = Gen.String[Gen.Char['0', '9'], 8, 9];
        Gen.Select(words, digits, words).Sample((before, number, after) => !PersonalData.Mask($"{before} 081{number} {after}").Contains(number), iter: 5_000);
    }

    [Test]
    public void Masking_twice_changes_nothing_more() =>
        Gen.String[Gen.Char["0123456789+-. ()@abAGXY"], 0, 60].Sample(text => PersonalData.Mask(PersonalData.Mask(text)) == PersonalData.Mask(text), iter: 20_000);

    private static readonly string[] Spiteful =
    [
        "a", "1", "0", "a@", "@", "a.", "a@a.", "a@1.", "a@a", "0 ", "0---", "6", "62", "+62", "0 - ", "1 ", "1..", "AG", "AG 123 ", "A 123", "AG123ABC1", "05-11-2025 ", "08.00-", "Rp1.000", "1.234", "é", "\u00a0", "0\u00a0\u00a0\u00a0", "\u0660", "\ud83d\ude00", "\ud800",
    ];

    /// <summary>The best of five, because test machines stall; measured, the worst of these takes about 20 ms.</summary>
    [TestCaseSource(nameof(Spiteful))]
    public void The_longest_text_made_to_hurt_is_masked_in_no_time(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, Report.DescriptionMax))[..Report.DescriptionMax];
        var best = Enumerable.Range(0, 5).Min(_ =>
        {
            var clock = Stopwatch.StartNew();
            PersonalData.Mask(text);
            return clock.Elapsed;
        });
        Assert.That(best, Is.LessThan(TimeSpan.FromMilliseconds(200)));
    }

    [Test]
    public void Any_text_is_masked_without_an_exception() =>
        Gen.String[0, 300].Sample(text => PersonalData.Mask(text) is not null, iter: 5_000);
}
