using KediriLapor.Accounts;
using KediriLapor.Harness;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace KediriLapor.Api.Tests.Accounts;

public sealed class EndpointAccessTests
{
    private static readonly Actor Officer = Actor.Anonymous with { Kind = ActorKind.Staff, Name = "Petugas" };

    private ApiHost api = null!;

    [OneTimeSetUp]
    public async Task Start() => api = await ApiHost.StartAsync();

    [OneTimeTearDown]
    public async Task Stop() => await api.DisposeAsync();

    [Test]
    public void Every_endpoint_says_who_may_use_it()
    {
        var endpoints = api.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();
        Assert.That(endpoints, Is.Not.Empty);
        Assert.That(
            endpoints.Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is null && e.Metadata.GetMetadata<IAuthorizeData>() is null)
                .Select(e => e.DisplayName),
            Is.Empty);
    }

    [Test]
    public async Task A_write_open_to_anyone_without_a_token_is_served_as_a_strangers()
    {
        var actor = await ActorAfterWriteAsync(open: true);
        Assert.That(actor, Is.EqualTo(Actor.Anonymous));
    }

    [Test]
    public void A_write_open_to_anyone_with_a_wrong_token_is_refused() =>
        Assert.That(() => ActorAfterWriteAsync(open: true, token: "karangan"), Throws.Exception.With.Message.EqualTo("antiforgery"));

    [Test]
    public void A_write_for_staff_without_a_token_is_refused() =>
        Assert.That(() => ActorAfterWriteAsync(open: false), Throws.Exception.With.Message.EqualTo("antiforgery"));

    private async Task<Actor> ActorAfterWriteAsync(bool open, string? token = null)
    {
        await using var scope = api.Services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        http.Request.Method = HttpMethods.Post;
        if (token is not null)
            http.Request.Headers[CrossSite.TokenHeader] = token;
        http.SetEndpoint(new RouteEndpoint(
            _ => Task.CompletedTask,
            RoutePatternFactory.Parse("/api/v1/reports"),
            order: 0,
            new EndpointMetadataCollection(open ? [new AllowAnonymousAttribute()] : []),
            displayName: null));
        var current = new CurrentActor();
        current.Become(Officer);

        await CrossSite.GuardWrites(http, scope.ServiceProvider.GetRequiredService<IAntiforgery>(), current);
        return current.Value;
    }
}
