using KediriLapor.Agencies;
using KediriLapor.Routing;
using KediriLapor.ServiceCatalog;
using static KediriLapor.Model.Tests.Deadlines.Calendar;

namespace KediriLapor.Model.Tests.Routing;

/// <summary>The routing rules as shipped, over every service, kelurahan and answer.</summary>
public class ShippedRulesTests
{
    private static readonly Dictionary<string, Agency> Agencies = ReferenceFiles.AsEntities.Agencies().ToDictionary(agency => agency.Code);

    private static readonly IReadOnlyList<Kelurahan> Wards = ReferenceFiles.AsEntities.Kelurahan();

    private static readonly Dictionary<string, Service> Services = ReferenceFiles.AsEntities.Services().ToDictionary(service => service.Code);

    private static readonly IReadOnlyList<RoutingRule> Rules = ReferenceFiles.AsEntities.Rules();

    private static readonly RoutingTable Table = new(Rules, code => Agencies[code].ShortName, code => Services[code].Name);

    [Test]
    public void Every_service_in_every_kelurahan_under_every_answer_goes_to_an_existing_agency_or_the_verifier() => Assert.Multiple(() =>
    {
        var decided = 0;
        foreach (var service in Services.Values)
        {
            foreach (var inputs in Wards.SelectMany(ward => Cases(service, ward)))
            {
                var decision = Table.Decide(inputs);
                decided++;
                Assert.That(decision.RuleId, Is.Not.Null, service.Code);
                Assert.That(decision.AgencyCode is null ? service.Code == "LAIN-LAIN" : Agencies.ContainsKey(decision.AgencyCode), $"{service.Code} in {inputs.KelurahanCode}: {decision.AgencyCode}");
                Assert.That(decision.RunnerUp is null || Agencies.ContainsKey(decision.RunnerUp.AgencyCode), service.Code);
                Assert.That(decision.Reason, Does.Match(@"^[“A-Z].*\S\.$").And.Not.Match(@"[{}]|\bnull\b|  |“”|\$"), service.Code);
                Assert.That(decision.AgencyCode is null || decision.Reason.Contains(Agencies[decision.AgencyCode].ShortName), decision.Reason);
            }
        }

        Assert.That(decided, Is.GreaterThan(112 * 46));
    });

    [TestCase("JLN-RUSAK", "kelasJalan", "provinsi", "PUBMJATIM")]
    [TestCase("JLN-RUSAK", "kelasJalan", "nasional", "BBPJN")]
    [TestCase("JLN-RUSAK", "kelasJalan", "kota", "DPUPR")]
    [TestCase("DRN-SUNGAI", "sungai", "brantas", "BBWSBRANTAS")]
    [TestCase("KES-RS", "rumahSakit", "gambiran", "RSUDGAMBIRAN")]
    [TestCase("KES-RS", "rumahSakit", "kilisuci", "RSUDKILISUCI")]
    [TestCase("PDK-SEKOLAH", "jenjang", "smask", "DINDIKJATIM")]
    [TestCase("PDK-SEKOLAH", "jenjang", "madrasah", "KEMENAG")]
    public void An_answer_moves_the_responsibility(string service, string question, string answer, string agency) =>
        Assert.That(Table.Decide(Inputs(service, Wards[0], question, answer)).AgencyCode, Is.EqualTo(agency));

    [Test]
    public void A_village_lane_is_the_business_of_the_kelurahan_it_lies_in() =>
        Assert.That(Wards.Select(ward => Table.Decide(Inputs("JLN-RUSAK", ward, "kelasJalan", "gang")).AgencyCode), Is.EqualTo(Wards.Select(ward => ward.Code)));

    [Test]
    public void A_service_of_the_kecamatan_goes_to_the_one_the_kelurahan_belongs_to() =>
        Assert.That(
            Wards.Select(ward => Table.Decide(Inputs("KCM-LAYANAN", ward)).AgencyCode).Distinct().Select(code => Agencies[code!].Kind),
            Is.EqualTo(new[] { AgencyKind.Kecamatan, AgencyKind.Kecamatan, AgencyKind.Kecamatan }));

    [Test]
    public void Outside_agencies_are_responsible_too() =>
        Assert.That(Rules.Count(rule => rule.AgencyCode is { } code && Agencies[code].Kind == AgencyKind.External), Is.GreaterThanOrEqualTo(6));

    [Test]
    public void Rules_refer_to_services_questions_answers_places_and_agencies_that_exist() => Assert.Multiple(() =>
    {
        var kecamatan = Wards.Select(ward => ward.KecamatanCode).ToHashSet();
        foreach (var rule in Rules)
        {
            var service = Services.GetValueOrDefault(rule.ServiceCode);
            Assert.That(service, Is.Not.Null, rule.ServiceCode);
            Assert.That(rule.QuestionCode is null || service!.Questions.Single(q => q.Code == rule.QuestionCode).Choices.Any(c => c.Value == rule.AnswerValue), $"{rule.ServiceCode} {rule.QuestionCode} {rule.AnswerValue}");
            Assert.That(rule.KelurahanCode is null || Wards.Any(ward => ward.Code == rule.KelurahanCode), rule.ServiceCode);
            Assert.That(rule.KecamatanCode is null || kecamatan.Contains(rule.KecamatanCode), rule.ServiceCode);
            Assert.That(rule.Target == RoutingTarget.Agency ? Agencies.ContainsKey(rule.AgencyCode!) : rule.AgencyCode is null, $"{rule.ServiceCode} {rule.AgencyCode}");
        }

        Assert.That(Rules.Select(rule => rule.Id), Is.Unique);
        Assert.That(Rules.Where(rule => rule.Rank == 0).Select(rule => rule.ServiceCode), Is.EquivalentTo(Services.Keys), "one general rule each");
    });

    [Test]
    public void No_two_rules_of_one_rank_can_meet()
    {
        var meeting =
            from one in Rules
            from other in Rules
            where one != other && one.ServiceCode == other.ServiceCode && one.Rank == other.Rank
                && (one.QuestionCode != other.QuestionCode || one.AnswerValue == other.AnswerValue)
                && one.KelurahanCode == other.KelurahanCode && one.KecamatanCode == other.KecamatanCode
                && one.ValidFrom < (other.ValidUntil ?? DateOnly.MaxValue) && other.ValidFrom < (one.ValidUntil ?? DateOnly.MaxValue)
            select $"{one.ServiceCode} {one.QuestionCode} {one.AnswerValue}";
        Assert.That(meeting, Is.Empty);
    }

    private static IEnumerable<RoutingInputs> Cases(Service service, Kelurahan ward) =>
        [Inputs(service.Code, ward), .. service.Questions.SelectMany(question => question.Choices.Select(choice => Inputs(service.Code, ward, question.Code, choice.Value)))];

    private static RoutingInputs Inputs(string service, Kelurahan ward, string? question = null, string? answer = null) =>
        new(service, ward.Code, ward.KecamatanCode, question is null ? new Dictionary<string, string>() : new() { [question] = answer! }, null, true, Day("2025-10-23"));
}
