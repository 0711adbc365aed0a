using KediriLapor.Routing;
using static KediriLapor.Model.Tests.Deadlines.Calendar;

namespace KediriLapor.Model.Tests.Routing;

public class RoutingTableTests
{
    private static readonly RoutingRule General = Rule("DPUPR");

    private static readonly RoutingRule InKecamatan = new() { Id = Guid.CreateVersion7(), ServiceCode = "JLN", KecamatanCode = "MOJOROTO", Target = RoutingTarget.Agency, AgencyCode = "KECMOJOROTO" };

    private static readonly RoutingRule InKelurahan = new() { Id = Guid.CreateVersion7(), ServiceCode = "JLN", KelurahanCode = "POJOK", Target = RoutingTarget.Agency, AgencyCode = "DISHUB" };

    private static readonly RoutingRule OnGang = Answered("gang", RoutingTarget.Kelurahan);

    private static readonly RoutingRule OnNational = Answered("nasional", RoutingTarget.Agency, "BBPJN");

    private static readonly RoutingInputs Somewhere = new("JLN", "MRICAN", "KOTA", new Dictionary<string, string>(), null, true, Day("2025-10-23"));

    private static readonly RoutingInputs InPojok = Somewhere with { KelurahanCode = "POJOK", KecamatanCode = "MOJOROTO" };

    [Test]
    public void The_most_specific_rule_wins_in_whatever_order_they_come()
    {
        RoutingRule[] rules = [General, InKecamatan, InKelurahan, OnGang, OnNational];
        foreach (var table in new[] { Table(rules), Table([.. rules.Reverse()]) })
        {
            Assert.Multiple(() =>
            {
                Assert.That(table.Decide(Somewhere).AgencyCode, Is.EqualTo("DPUPR"), "the general rule");
                Assert.That(table.Decide(InPojok with { KelurahanCode = "BANDAR" }).AgencyCode, Is.EqualTo("KECMOJOROTO"), "a kecamatan outweighs it");
                Assert.That(table.Decide(InPojok).AgencyCode, Is.EqualTo("DISHUB"), "a kelurahan outweighs its kecamatan");
                Assert.That(table.Decide(Answering(InPojok, "nasional")).AgencyCode, Is.EqualTo("BBPJN"), "an answer outweighs a kelurahan");
                Assert.That(table.Decide(Answering(InPojok, "gang")).AgencyCode, Is.EqualTo("POJOK"), "the kelurahan in which it is");
                Assert.That(table.Decide(Answering(InPojok, "tidakTahu")).AgencyCode, Is.EqualTo("DISHUB"), "an answer without a rule changes nothing");
            });
        }
    }

    [Test]
    public void The_decision_keeps_rule_inputs_and_runner_up()
    {
        var inputs = Answering(InPojok, "nasional");
        var decision = Table(General, InKelurahan, OnNational).Decide(inputs);
        Assert.Multiple(() =>
        {
            Assert.That((decision.RuleId, decision.Rule), Is.EqualTo(((Guid?)OnNational.Id, "JLN · kelasJalan = nasional")));
            Assert.That(decision.Reason, Is.EqualTo("“Jalan rusak” dengan jawaban Anda menjadi tugas unit BBPJN."));
            Assert.That(decision.Inputs, Is.SameAs(inputs));
            Assert.That(decision.RunnerUp, Is.EqualTo(new RunnerUp("JLN · POJOK", "DISHUB", "“Jalan rusak” menjadi tugas unit DISHUB.")));
        });
    }

    [Test]
    public void The_runner_up_is_another_agency_or_none() => Assert.Multiple(() =>
    {
        var same = new RoutingRule { ServiceCode = "JLN", KelurahanCode = "POJOK", Target = RoutingTarget.Agency, AgencyCode = "DPUPR" };
        Assert.That(Table(General).Decide(Somewhere).RunnerUp, Is.Null);
        Assert.That(Table(General, same).Decide(InPojok).RunnerUp, Is.Null, "the same agency by another rule");
        Assert.That(Table(General, same, InKecamatan).Decide(InPojok).RunnerUp?.AgencyCode, Is.EqualTo("KECMOJOROTO"), "the next other agency");
    });

    [TestCase("2024-12-31", null, TestName = "The day before the first day")]
    [TestCase("2025-01-01", "LAMA", TestName = "The first day")]
    [TestCase("2025-06-30", "LAMA", TestName = "The last day of the old rule")]
    [TestCase("2025-07-01", "BARU", TestName = "The first day of the new rule")]
    [TestCase("2035-07-01", "BARU", TestName = "Until further notice")]
    public void A_rule_holds_from_its_first_day_to_the_day_before_its_end(string day, string? agency)
    {
        var old = new RoutingRule { ServiceCode = "JLN", Target = RoutingTarget.Agency, AgencyCode = "LAMA", ValidFrom = Day("2025-01-01"), ValidUntil = Day("2025-07-01") };
        var succeeding = new RoutingRule { ServiceCode = "JLN", Target = RoutingTarget.Agency, AgencyCode = "BARU", ValidFrom = Day("2025-07-01") };
        Assert.That(Table(old, succeeding).Decide(Somewhere with { On = Day(day) }).AgencyCode, Is.EqualTo(agency));
    }

    [TestCase(29.9, false, null)]
    [TestCase(0d, false, null)]
    [TestCase(30d, false, "POJOK")]
    [TestCase(29.9, true, "POJOK")]
    [TestCase(null, false, "POJOK")]
    public void Near_a_border_the_kelurahan_has_to_be_confirmed(double? metres, bool confirmed, string? agency)
    {
        var decision = Table(General, OnGang).Decide(Answering(InPojok, "gang") with { BorderMetres = metres, PlaceConfirmed = confirmed });
        Assert.That(decision.AgencyCode, Is.EqualTo(agency));
        Assert.That(decision.Reason, agency is null ? Does.Match(@"^Lokasi hanya \d+ m dari batas kelurahan; verifikator memastikan kelurahannya\.$") : Does.Contain("unit POJOK"));
    }

    [Test]
    public void A_border_is_no_matter_to_who_is_responsible_everywhere() =>
        Assert.That(Table(General).Decide(InPojok with { BorderMetres = 1, PlaceConfirmed = false }).AgencyCode, Is.EqualTo("DPUPR"));

    [TestCase(RoutingTarget.Kelurahan, "POJOK")]
    [TestCase(RoutingTarget.Kecamatan, "MOJOROTO")]
    public void A_rule_by_place_goes_to_the_place(RoutingTarget target, string agency)
    {
        var table = Table(new RoutingRule { ServiceCode = "JLN", Target = target });
        var nowhere = table.Decide(Somewhere with { KelurahanCode = null, KecamatanCode = null });
        Assert.Multiple(() =>
        {
            Assert.That(table.Decide(InPojok).AgencyCode, Is.EqualTo(agency));
            Assert.That(nowhere.AgencyCode, Is.Null);
            Assert.That(nowhere.Reason, Is.EqualTo("Kelurahan tempat kejadian belum diketahui; verifikator memastikannya."));
        });
    }

    [Test]
    public void What_is_to_be_sorted_and_what_has_no_rule_waits_for_a_verifier() => Assert.Multiple(() =>
    {
        var sorted = Table(new RoutingRule { Id = Guid.CreateVersion7(), ServiceCode = "JLN", Target = RoutingTarget.Verifier }).Decide(Somewhere);
        var unknown = Table(General).Decide(Somewhere with { ServiceCode = "TIDAK-ADA" });
        Assert.That((sorted.AgencyCode, sorted.Reason), Is.EqualTo(((string?)null, "Jenis laporan ini dipilah dahulu oleh verifikator.")));
        Assert.That((unknown.AgencyCode, unknown.RuleId, unknown.Rule), Is.EqualTo(((string?)null, (Guid?)null, "-")));
        Assert.That(unknown.Reason, Does.Contain("verifikator"));
    });

    private static RoutingTable Table(params RoutingRule[] rules) => new(rules, agency => "unit " + agency, _ => "Jalan rusak");

    private static RoutingRule Rule(string agency) => new() { Id = Guid.CreateVersion7(), ServiceCode = "JLN", Target = RoutingTarget.Agency, AgencyCode = agency };

    private static RoutingRule Answered(string answer, RoutingTarget target, string? agency = null) =>
        new() { Id = Guid.CreateVersion7(), ServiceCode = "JLN", QuestionCode = "kelasJalan", AnswerValue = answer, Target = target, AgencyCode = agency };

    private static RoutingInputs Answering(RoutingInputs inputs, string answer) => inputs with { Answers = new Dictionary<string, string> { ["kelasJalan"] = answer } };
}
