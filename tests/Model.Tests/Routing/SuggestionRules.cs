using KediriLapor.Benchmarks.Suggest;
using KediriLapor.Routing;

namespace KediriLapor.Model.Tests.Routing;

public class SuggestionRules
{
    private static readonly string Reference = Path.Combine(TestContext.CurrentContext.TestDirectory, "ReferenceData");
    private static readonly SuggestionIndex Index = ReferenceIndex.Build(Reference);

    [TestCase("")]
    [TestCase("   ")]
    [TestCase("halo min")]
    [TestCase("tes")]
    [TestCase("🙏🙏🙏")]
    [TestCase("\ud800\udfff\ud83d")]
    public void A_text_that_says_nothing_gets_no_suggestion(string text)
    {
        var answer = Index.Suggest(text);
        Assert.Multiple(() =>
        {
            Assert.That(answer.Services, Is.Empty);
            Assert.That(answer.Emergency, Is.False);
            Assert.That(answer.Places, Is.Empty);
        });
    }

    [TestCase("rumah tetangga kebakaran", "DAR-KEBAKARAN")]
    [TestCase("omahe tonggoku kobong", "DAR-KEBAKARAN")]
    [TestCase("KEBAKRAN DI PASAR!!!", "DAR-KEBAKARAN")]
    [TestCase("mbahku ora iso ambegan", "DAR-MEDIS")]
    [TestCase("anak keseret arus brantas", "DAR-TENGGELAM")]
    [TestCase("ular masuk rumah", "DAR-HEWAN")]
    public void An_emergency_comes_first(string text, string service)
    {
        var answer = Index.Suggest(text);
        Assert.Multiple(() =>
        {
            Assert.That(answer.Emergency, Is.True);
            Assert.That(answer.Services[0].Code, Is.EqualTo(service));
        });
    }

    [TestCase("pak RT kebakaran jenggot soal kas")]
    [TestCase("lampu merah mati di perempatan")]
    [TestCase("api unggun sudah padam kemarin, minta info")]
    [TestCase("mobil pemadam parkir sembarangan")]
    [TestCase("sampah dibakar tetangga")]
    [TestCase("tagihan PDAM bapak saya yang sudah mati")]
    [TestCase("jalan berlubang rawan kecelakaan")]
    [TestCase("pohon ini takut tumbang, mohon dipangkas")]
    public void An_idiom_a_fear_or_the_past_raises_no_alarm(string text) =>
        Assert.That(Index.Suggest(text).Emergency, Is.False);

    [TestCase("kemarin anak hanyut di brantas, sampai sekarang belum ketemu")]
    [TestCase("api sudah padam tapi masih ada orang terjebak")]
    public void What_is_still_going_on_is_not_the_past(string text) =>
        Assert.That(Index.Suggest(text).Emergency, Is.True);

    [TestCase("Ada pohon tumbang menutup jalan di kelurahan Bandar Lor")]
    [TestCase("kecelakaan motor di depan kantor kelurahan Ngronggo")]
    [TestCase("Banjir kiriman dari kali sudah masuk rumah selutut dan terus naik, ibu saya sakit stroke tidak bisa jalan, di rumah hanya berdua. RT 4 RW 2 Ngampel")]
    public void Where_it_happens_calms_nobody(string text) => Assert.That(Index.Suggest(text).Emergency, Is.True);

    [TestCase("tanah longsor")]
    [TestCase("tanah longsor di kelurahan Pojok")]
    public void A_landslide_is_one_by_its_usual_name(string text) => Assert.That(Index.Suggest(text).Emergency, Is.True);

    [Test]
    public void An_emergency_in_one_sentence_of_a_long_complaint_is_heard_though_no_cue_names_it()
    {
        const string complaint =
            """
            Selamat siang bapak dan ibu. Kami ingin menyampaikan keluhan soal jadwal angkut sampah di perumahan kami yang sudah dua minggu tidak jelas.
            Iuran kami bayar rutin setiap bulan kepada ketua RT. Papan pengumuman di balai RW juga belum diganti sejak tahun lalu.
            Mohon kursi taman yang patah diperbaiki.
            """;
        const string danger = "Barusan cucu saya menelan kelereng, mukanya ungu dan tidak bersuara, tolong cepat.";
        Assert.Multiple(() =>
        {
            Assert.That(Index.Suggest(complaint).Emergency, Is.False);
            Assert.That(Index.Suggest($"{complaint} {danger} Terima kasih atas perhatiannya.").Emergency, Is.True);
        });
    }

    [Test]
    public void An_ordinary_complaint_stays_beside_an_emergency()
    {
        var services = Index.Suggest("jalan berlubang belum diaspal, dan sekarang ada orang pingsan di situ").Services;
        Assert.Multiple(() =>
        {
            Assert.That(services.Select(service => service.Code), Does.Contain("DAR-MEDIS").And.Contain("JLN-RUSAK"));
            Assert.That(services.Select(service => service.Score), Is.Ordered.Descending);
        });
    }

    [Test]
    public void At_most_three_services_come_best_first_with_scores_between_0_and_1()
    {
        var services = Index.Suggest("sampah numpuk, jalan rusak, lampu jalan mati, air PDAM mati, banjir").Services;
        Assert.Multiple(() =>
        {
            Assert.That(services, Has.Count.EqualTo(3));
            Assert.That(services.Select(service => service.Score), Is.Ordered.Descending);
            Assert.That(services.Select(service => service.Score), Is.All.InRange(0d, 1d));
        });
    }

    [Test]
    public void An_index_without_services_or_places_still_answers()
    {
        var answer = SuggestionIndex.Build([], [], Language.Default).Suggest("rumah kebakaran di Sukorame");
        Assert.Multiple(() =>
        {
            Assert.That(answer.Services, Is.Empty);
            Assert.That(answer.Emergency, Is.True);
            Assert.That(answer.Places, Is.Empty);
        });
    }

    [Test]
    public void Corrections_by_verifiers_gently_raise_a_service()
    {
        const string text = "gazebo taman baca di balai warga";
        var example = new LearnedExample("gazebo balai warga", "KEL-FASUM");
        double Score(SuggestionIndex index) =>
            index.Suggest(text).Services.SingleOrDefault(service => service.Code == "KEL-FASUM")?.Score ?? 0;
        Assert.That(Score(ReferenceIndex.Build(Reference, [example, example, example])), Is.GreaterThan(Score(Index)));
    }

    [TestCase("sampah menumpuk di Sukorame", "35.71.01.1005", "di Sukorame")]
    [TestCase("Kel. Pojok RT 3", "35.71.01.1004", "Kel. Pojok")]
    [TestCase("dalan rusak ngarep kampungdalem", "35.71.02.1005", "ngarep kampungdalem")]
    [TestCase("lampu mati banjar melati", "35.71.01.1003", "banjar melati")]
    [TestCase("lampu mati bawang rt 2", "35.71.03.1009", "bawang")]
    public void A_kelurahan_is_heard_with_the_words_that_told(string text, string code, string evidence) =>
        Assert.That(Index.Suggest(text).Places, Is.EqualTo(new[] { new PlaceMention(code, evidence) }));

    [TestCase("sampah di pojok jalan")]
    [TestCase("bangsal rumah sakit penuh")]
    [TestCase("kemasan plastik berserakan")]
    [TestCase("bawang mahal")]
    [TestCase("dekat pondok pesantren")]
    [TestCase("di kecamatan Mojoroto")]
    [TestCase("pasar Bandar becek")]
    [TestCase("jalan Pojok Wates")]
    public void An_ordinary_word_is_no_kelurahan(string text) =>
        Assert.That(Index.Suggest(text).Places, Is.Empty);

    [Test]
    public void A_name_two_kelurahan_share_is_settled_by_where_the_citizen_stands() =>
        Assert.That(
            Index.Suggest("pasar Bandar becek", "35.71.01.1002").Places.Select(place => place.KelurahanCode),
            Is.EqualTo(new[] { "35.71.01.1002" }));
}
