using KediriLapor.Harness;
using Npgsql;

namespace KediriLapor.Api.Tests.Routing;

/// <summary>Two rules of one rank that could meet in one case cannot be stored.</summary>
public sealed class RoutingRulesTests : Story
{
    private const string Columns = "(id, service_code, question_code, answer_value, kelurahan_code, kecamatan_code, target, agency_code, valid_from, valid_until)";

    [TestCase("SMP-ANGKUT", null, null, null, "2026-01-01", TestName = "A_second_general_rule_is_refused")]
    [TestCase("JLN-RUSAK", "kelasJalan", "gang", null, "2026-01-01", TestName = "A_second_rule_for_one_answer_is_refused")]
    [TestCase("JLN-RUSAK", "pertanyaanLain", "ya", null, "2026-01-01", TestName = "A_second_question_that_routes_is_refused")]
    public void Ambiguity_is_refused(string service, string? question, string? answer, string? kelurahan, string from) =>
        Assert.That(
            () => InsertAsync(service, question, answer, kelurahan, from),
            Throws.TypeOf<PostgresException>().With.Property(nameof(PostgresException.SqlState)).EqualTo(PostgresErrorCodes.ExclusionViolation));

    [Test]
    public async Task A_rule_for_one_kelurahan_stands_beside_the_general_one_and_is_followed_within_seconds()
    {
        await InsertAsync("SMP-TPS", null, null, Given.BandarLor, "2026-01-01");

        var routed = await Eventually.SeeAsync(
            async () => (await Given.SubmitAsync(Given.Garbage with { ServiceCode = "SMP-TPS" })).Body.Value("agency"), agency => agency == "DPUPR");

        Assert.That(routed, Is.EqualTo("DPUPR"));
        var elsewhere = await Given.SubmitAsync(Given.Garbage with { ServiceCode = "SMP-TPS", Location = null, KelurahanCode = Given.BandarKidul });
        Assert.That(elsewhere.Body.Value("agency"), Is.EqualTo("DLHKP"));
    }

    [Test]
    public async Task One_rule_may_follow_another_in_time()
    {
        await Api.ExecuteAsync("UPDATE routing_rules SET valid_until = '2027-01-01' WHERE service_code = 'TMN-RUSAK'");
        Assert.That(await InsertAsync("TMN-RUSAK", null, null, null, "2027-01-01"), Is.EqualTo(1));
        Assert.That((await Given.SubmitAsync(Given.Garbage with { ServiceCode = "TMN-RUSAK" })).Body.Value("agency"), Is.EqualTo("DLHKP"), "until then");
    }

    private Task<int> InsertAsync(string service, string? question, string? answer, string? kelurahan, string from) => Api.ExecuteAsync(
        $"INSERT INTO routing_rules {Columns} VALUES ({{0}}, {{1}}, {{2}}::text, {{3}}::text, {{4}}::text, NULL, 'Agency', 'DPUPR', {{5}}::date, NULL)",
        Guid.CreateVersion7(), service, question!, answer!, kelurahan!, from);
}
