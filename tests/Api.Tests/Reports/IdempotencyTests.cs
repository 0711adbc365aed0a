using System.Net;
using KediriLapor.Harness;

namespace KediriLapor.Api.Tests.Reports;

public sealed class IdempotencyTests : Story
{
    private const string Reports = "/api/v1/reports";

    [Test]
    public async Task The_same_key_and_body_get_the_first_answer_again()
    {
        var key = Guid.CreateVersion7();
        var first = await Given.SubmitAsync(Given.Garbage, key);
        var again = await Given.SubmitAsync(Given.Garbage, key);

        again.HasStatus(HttpStatusCode.Created);
        Assert.That(again.Text, Is.EqualTo(first.Text));
        Assert.That((again.Header("Location"), again.Header("ETag")), Is.EqualTo((first.Header("Location"), first.Header("ETag"))));
        Assert.That((first.Header("Idempotency-Replayed"), again.Header("Idempotency-Replayed")), Is.EqualTo(((string?)null, "true")));
    }

    [Test]
    public async Task The_same_key_with_another_body_is_refused_and_creates_nothing()
    {
        var key = Guid.CreateVersion7();
        (await Given.SubmitAsync(Given.Garbage, key)).HasStatus(HttpStatusCode.Created);
        var before = await Api.CountAsync("reports");

        var other = await Given.SubmitAsync(Given.Garbage with { Description = "Sampah yang lain sama sekali." }, key);

        other.IsProblem(HttpStatusCode.UnprocessableEntity, "idempotency_key_reused", "Idempotency-Key");
        Assert.That(other.Text, Does.Not.Contain("trackingCode").And.Not.Contain("secret"));
        Assert.That(await Api.CountAsync("reports"), Is.EqualTo(before));
    }

    [Test]
    public async Task A_key_is_required() =>
        (await Given.Citizen.PostAsync(Reports, Given.Garbage)).IsProblem(HttpStatusCode.BadRequest, "idempotency_key_required", "Idempotency-Key");

    [TestCase("1")]
    [TestCase("00000000-0000-0000-0000-000000000000")]
    [TestCase("bukan-uuid")]
    public async Task A_key_that_others_could_choose_too_is_refused(string key) =>
        (await Given.Citizen.PostAsync(Reports, Given.Garbage, ("Idempotency-Key", key)))
            .IsProblem(HttpStatusCode.BadRequest, "idempotency_key_invalid", "Idempotency-Key");

    [Test]
    public async Task A_refused_request_does_not_use_up_its_key()
    {
        var key = Guid.CreateVersion7();
        (await Given.SubmitAsync(Given.Garbage with { ServiceCode = "TIDAK-ADA" }, key)).HasStatus(HttpStatusCode.UnprocessableEntity);
        (await Given.SubmitAsync(Given.Garbage, key)).HasStatus(HttpStatusCode.Created);
    }

    [Test]
    public async Task Fifty_identical_requests_at_once_make_one_report_and_get_one_answer()
    {
        var key = Guid.CreateVersion7();
        var before = await Api.CountAsync("reports");

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Given.SubmitAsync(Given.Garbage, key)));

        Assert.That(answers.Select(answer => answer.Status), Is.All.EqualTo(HttpStatusCode.Created));
        Assert.That(answers.Select(answer => answer.Text).Distinct().Count(), Is.EqualTo(1));
        Assert.That(answers.Count(answer => answer.Header("Idempotency-Replayed") is null), Is.EqualTo(1), "one of them did the work");
        Assert.That(await Api.CountAsync("reports"), Is.EqualTo(before + 1));
    }
}
