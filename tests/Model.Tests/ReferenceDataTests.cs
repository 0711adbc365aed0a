using KediriLapor.Agencies;
using KediriLapor.ServiceCatalog;

namespace KediriLapor.Model.Tests;

/// <summary>What a new installation starts from.</summary>
public class ReferenceDataTests
{
    private static readonly IReadOnlyList<Agency> Agencies = ReferenceFiles.AsEntities.Agencies();

    private static readonly IReadOnlyList<Kelurahan> Wards = ReferenceFiles.AsEntities.Kelurahan();

    private static readonly IReadOnlyList<Service> Services = ReferenceFiles.AsEntities.Services();

    [Test]
    public void The_city_is_complete() => Assert.Multiple(() =>
    {
        Assert.That(Wards, Has.Count.EqualTo(46));
        Assert.That(Wards.GroupBy(ward => ward.KecamatanCode).Select(kecamatan => kecamatan.Count()), Is.EquivalentTo(new[] { 14, 17, 15 }));
        Assert.That(Agencies, Has.Count.EqualTo(102));
        Assert.That(ReferenceFiles.AsEntities.Groups(), Has.Count.EqualTo(26));
        Assert.That(Services, Has.Count.EqualTo(112));
        Assert.That(ReferenceFiles.AsEntities.Holidays().Select(day => day with { Source = null }), Is.EquivalentTo(Deadlines.Calendar.Holidays));
        Assert.That(ReferenceFiles.AsEntities.OfficeHours(), Is.EquivalentTo(Deadlines.Calendar.Hours));
    });

    [Test]
    public void Codes_are_unique_and_names_are_there() => Assert.Multiple(() =>
    {
        Assert.That(Agencies.Select(agency => agency.Code), Is.Unique);
        Assert.That(Wards.Select(ward => ward.Code), Is.Unique);
        Assert.That(Services.Select(service => service.Code), Is.Unique);
        Assert.That(Agencies.SelectMany(agency => new[] { agency.Code, agency.Name, agency.ShortName }), Has.None.Empty);
        Assert.That(Services.SelectMany(service => new[] { service.Code, service.Name, service.NameEn }), Has.None.Empty);
    });

    [Test]
    public void Every_kelurahan_and_kecamatan_is_an_agency_under_the_right_parent() => Assert.Multiple(() =>
    {
        var byCode = Agencies.ToDictionary(agency => agency.Code);
        Assert.That(Wards.Select(ward => ward.Code), Is.EquivalentTo(Agencies.Where(agency => agency.Kind == AgencyKind.Kelurahan).Select(agency => agency.Code)));
        Assert.That(Wards.Select(ward => ward.KecamatanCode).Distinct(), Is.EquivalentTo(Agencies.Where(agency => agency.Kind == AgencyKind.Kecamatan).Select(agency => agency.Code)));
        Assert.That(Wards, Has.All.Matches<Kelurahan>(ward => byCode[ward.Code].ParentCode == ward.KecamatanCode));
    });

    [Test]
    public void Agencies_come_after_their_parents()
    {
        var seen = new HashSet<string>();
        foreach (var agency in Agencies)
        {
            Assert.That(agency.ParentCode is null || seen.Contains(agency.ParentCode), agency.Code);
            seen.Add(agency.Code);
        }
    }

    [Test]
    public void Every_responsible_unit_exists()
    {
        var codes = Agencies.Select(agency => agency.Code).ToHashSet();
        var named = ReferenceFiles.Rows("categories.csv").Where(row => row.Text("level") == "leaf" && row.Text("responsible_type") is "opd" or "eksternal").ToArray();
        Assert.That(named, Is.Not.Empty);
        Assert.That(named.Select(row => row.Text("responsible_unit")).Distinct(), Is.SubsetOf(codes));
    }

    [Test]
    public void Every_service_belongs_to_a_group() =>
        Assert.That(Services.Select(service => service.GroupCode).Distinct(), Is.EquivalentTo(ReferenceFiles.AsEntities.Groups().Select(group => group.Code)));

    [Test]
    public void Questions_belong_to_services_and_choices_are_distinct() => Assert.Multiple(() =>
    {
        Assert.That(ReferenceFiles.Rows("questions.csv").Select(row => row.Text("service")).Distinct(), Is.SubsetOf(Services.Select(service => service.Code)));
        foreach (var service in Services.Where(service => service.Questions.Count > 0))
        {
            Assert.That(service.Questions.Select(question => question.Code), Is.Unique, service.Code);
            Assert.That(service.Questions.Select(question => question.Text), Has.None.Empty, service.Code);
            Assert.That(service.Questions.SelectMany(question => question.Choices.Select(choice => (question.Code, choice.Value))), Is.Unique, service.Code);
            Assert.That(service.Questions, Has.All.Matches<ServiceQuestion>(question => question.Choices.Count != 1), "a choice of one is none");
            Assert.That(service.Questions.Select(question => question.TextEn).Concat(service.Questions.SelectMany(question => question.Choices.Select(choice => choice.TextEn))), Has.None.Empty, service.Code);
        }
    });

    /// <summary>SP4N: 5 working days for information, 14 for an ordinary complaint, 60 with oversight content.</summary>
    [Test]
    public void No_service_promises_more_days_than_the_national_rule_allows() =>
        Assert.That(
            Services.Where(service => service.ResolveDays > (service.Integrity ? 60 : service.Classification == Classification.InformationRequest ? 5 : 14)).Select(service => service.Code),
            Is.Empty);

    [Test]
    public void Emergencies_and_only_they_run_in_minutes() => Assert.Multiple(() =>
    {
        Assert.That(Services.Count(service => service.Emergency), Is.EqualTo(12));
        Assert.That(Services, Has.All.Matches<Service>(service => service.Emergency == service.ResponseMinutes is > 0));
    });

    [Test]
    public void Integrity_and_women_and_children_are_confidential() =>
        Assert.That(
            Services.Where(service => service.GroupCode is "APR" or "PPA" || service.Code is "MRT-PENYIMPANGAN"),
            Has.All.Matches<Service>(service => service.ConfidentialByDefault));
}
