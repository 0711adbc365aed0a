using KediriLapor.Client;
using KediriLapor.Client.Models;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;

namespace KediriLapor.House.Tests.Contract;

/// <summary>What another program writes in C#, with the client that is made from <c>openapi.yaml</c> (tests/TypedClient).</summary>
public sealed class TypedClientTests
{
    private static readonly NewReport LampOut = new()
    {
        ServiceCode = "PJU-PADAM",
        Description = "Lampu jalan di depan pasar padam sejak tiga hari yang lalu.",
        Location = new() { Lat = -7.8166, Lng = 112.0119 },
        Anonymous = true,
    };

    private People people = null!;

    [OneTimeSetUp]
    public async Task Start() => people = await People.ArriveAsync();

    [OneTimeTearDown]
    public async Task Stop() => await people.DisposeAsync();

    [Test]
    public async Task A_typed_client_submits_a_report_follows_it_and_reads_the_queue()
    {
        using var stranger = Adapter(new AnonymousAuthenticationProvider());
        var anybody = new KediriLaporClient(stranger);
        var receipt = await anybody.Api.V1.Reports.PostAsync(LampOut, request => request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString()));
        Assert.That(receipt?.Status, Is.EqualTo(ReportStatus.Routed));

        var tracked = await anybody.Api.V1.Tracking[receipt!.TrackingCode!].GetAsync(request => request.Headers.Add("Report-Secret", receipt.Secret!));
        Assert.That((tracked?.Id, tracked?.Description), Is.EqualTo((receipt.Id, LampOut.Description)));

        using var machine = Adapter(new BaseBearerTokenAuthenticationProvider(new DemoToken(people)));
        var queue = await new KediriLaporClient(machine).Api.V1.Reports.GetAsync(request => request.QueryParameters.Q = receipt.TrackingCode);
        Assert.That(queue?.Items?.Select(item => item.Id), Is.EqualTo(new[] { receipt.Id }));
    }

    [Test]
    public void A_typed_client_hears_a_refusal_as_a_problem_with_its_code()
    {
        using var stranger = Adapter(new AnonymousAuthenticationProvider());
        var refusal = Assert.ThrowsAsync<ProblemDetails>(() => new KediriLaporClient(stranger).Api.V1.Reports.GetAsync());
        Assert.That((refusal!.Code, refusal.ResponseStatusCode), Is.EqualTo(("sign_in_required", 401)));
    }

    private HttpClientRequestAdapter Adapter(IAuthenticationProvider by)
    {
        var client = people.Api.NewClient();
        return new HttpClientRequestAdapter(by, httpClient: client) { BaseUrl = client.BaseAddress!.ToString().TrimEnd('/') };
    }

    /// <summary>Of the client <c>demo</c>.</summary>
    private sealed class DemoToken(People people) : IAccessTokenProvider
    {
        public AllowedHostsValidator AllowedHostsValidator { get; } = new();

        public Task<string> GetAuthorizationTokenAsync(Uri uri, Dictionary<string, object>? additionalAuthenticationContext = null, CancellationToken cancellationToken = default) =>
            people.Stranger().FetchToken("demo", People.ApiKey);
    }
}
