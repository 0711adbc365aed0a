using KediriLapor.Accounts;
using KediriLapor.Persistence.Reference;
using KediriLapor.Persistence.Schedule;
using KediriLapor.Platform;
using KediriLapor.Platform.Limits;
using KediriLapor.Reports;
using KediriLapor.Reports.Attachments;
using KediriLapor.Reports.Model;
using MediatR;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace KediriLapor.Open311;

/// <summary>
/// Open311 GeoReport v2: the same reports, in the words that other cities' programs know. It has no rules of its own; the test endpoint beside it
/// has requests of its own (docs/decisions/0028).
/// </summary>
public static class Open311Api
{
    public const string Root = "/open311";

    /// <summary>The pictures of one request, and the form around them.</summary>
    private const int FormMax = (Report.AttachmentsMax * Attachment.BytesMax) + (256 * 1024);

    public static IServiceCollection AddOpen311(this IServiceCollection services)
    {
        services.AddScoped<Door>();
        services.AddScoped<RequestWords>();
        services.AddScoped<SentMedia>();
        services.AddSingleton<MediaFetcher>();
        // before the one that writes problem+json: the first that can is asked
        services.Insert(0, ServiceDescriptor.Singleton<IProblemDetailsWriter, ToldProblems>());
        services.AddCors();
        return services.AddScheduled<SweepTestRequests>("0 50 2 * * ?");
    }

    public static void MapOpen311(this IEndpointRouteBuilder app)
    {
        // told by its own standard, and not a part of the contract of this API
        var open311 = app.MapGroup(Root).AllowAnyone().CountsItself().ExcludeFromDescription().DisableAntiforgery().RequireCors(FromAnywhere);
        open311.AddEndpointFilter(Door.TellRefusals);
        open311.MapGet("/discovery.{format}", Discover).AddEndpointFilter(Door.CountStranger);
        foreach (var (path, test) in new[] { ("/v2", false), ("/test/v2", true) })
        {
            var georeport = open311.MapGroup(path).WithMetadata(new TestEndpoint(test));
            georeport.MapGet("/services.{format}", Services).AddEndpointFilter(Door.CountStranger);
            georeport.MapGet("/services/{code}.{format}", Definition).AddEndpointFilter(Door.CountStranger);
            georeport.MapGet("/requests.{format}", List);
            georeport.MapPost("/requests.{format}", Submit).Counted(RouteClass.Submit).WithMetadata(new RequestSizeLimitAttribute(FormMax));
            georeport.MapGet("/requests/{id}.{format}", Show);
            georeport.MapGet("/tokens/{token}.{format}", Resolve).AddEndpointFilter(Door.CountStranger);
            georeport.MapGet("/servicerequestupdates.{format}", ListUpdates);
            georeport.MapPost("/servicerequestupdates.{format}", TakeUpdate).WithMetadata(new RequestSizeLimitAttribute(FormMax));
        }

        // no fallback of the last resort: what looks like a file would be taken for one of the web client
        open311.MapGet("/{**path}", Unknown).AddEndpointFilter(Door.CountStranger);
    }

    /// <summary>A civic app may live in a browser. Nothing here looks at a cookie, so another site's page gains no more than any program.</summary>
    private static void FromAnywhere(CorsPolicyBuilder policy) => policy.AllowAnyOrigin().AllowAnyHeader().WithMethods(HttpMethods.Get, HttpMethods.Post)
        .WithExposedHeaders("ETag", "Link", "Location", "RateLimit", "RateLimit-Policy", "Retry-After", "X-Total-Count").SetPreflightMaxAge(TimeSpan.FromHours(1));

    private static Told Unknown() => throw Refusal.NotFound("Not found: see /open311/discovery.xml");

    private static Told Discover(string format, HttpContext http, CityWatch watch, IConfiguration configuration)
    {
        http.Response.Headers.CacheControl = "public, max-age=60";
        return new Told("discovery", Catalogue.Discovery(PublicUrl.Of(configuration), watch.Current.ChangedAt), format);
    }

    private static Told Services(string format, HttpContext http, CityWatch watch)
    {
        http.Response.Headers.CacheControl = "public, max-age=60";
        return new Told("services", Catalogue.Services(watch.Current, Parameters.OfQuery(http.Request).Point()), format);
    }

    private static Told Definition(string code, string format, HttpContext http, CityWatch watch)
    {
        http.Response.Headers.CacheControl = "public, max-age=60";
        return new Told("service_definition", Catalogue.Definition(watch.Current, code), format);
    }

    private static async Task<Told> List(string format, HttpContext http, Door door, IMediator mediator, CityWatch watch, TimeProvider time, CancellationToken ct)
    {
        var sent = Parameters.OfQuery(http.Request);
        await Know(http, door, sent, ct);
        var filter = RequestFilter.Of(sent, time.Now());
        var found = await mediator.Send(new ListRequests(filter, IsTest(http)), ct);
        filter.Page.Tell(http, found.HasMore, found.Total);
        return Requests(found, sent, format, watch.Current);
    }

    private static async Task<Told> Show(string id, string format, HttpContext http, Door door, IMediator mediator, CityWatch watch, CancellationToken ct)
    {
        var sent = Parameters.OfQuery(http.Request);
        await Know(http, door, sent, ct);
        return Requests(await mediator.Send(new ShowRequest(RequestId(id), IsTest(http)), ct), sent, format, watch.Current);
    }

    private static async Task<Told> Submit(string format, HttpContext http, Door door, SentMedia media, IMediator mediator, CityWatch watch, CancellationToken ct)
    {
        var (sent, city) = (await Parameters.OfForm(http.Request, ct), watch.Current);
        await door.Require(http, sent, ClientScopes.WriteReports, ct);
        var report = NewRequest.Of(sent, city);
        if (IsTest(http))
        {
            return Taken(http, format, await mediator.Send(new SubmitTestRequest(report), ct), "Permintaan uji: tidak sampai kepada petugas.");
        }

        var (photos, notice) = await media.Take(sent, ct);
        var key = http.Request.Headers.ContainsKey(Idempotency.Header) ? Idempotency.Key(http.Request) : (Guid?)null;
        var receipt = await mediator.Send(new SubmitReport(report with { AttachmentIds = photos }, key, PlaceInWords: true), ct);
        var promise = Deadlines.Promise.Of(receipt.Status, receipt.DueAt, receipt.Agency?.Name);
        return Taken(http, format, receipt.Id, string.Join(' ', new[] { Catalogue.Warning(city.Services[receipt.Service.Code]), promise, notice }.Where(part => part is not null)), sent.Flag("extensions") ? receipt : null);
    }

    private static async Task<Told> Resolve(string token, string format, HttpContext http, IMediator mediator, CancellationToken ct)
    {
        // a request has its id at once, and that is its token too
        var id = await mediator.Send(new ResolveToken(token, IsTest(http)), ct);
        http.Response.Headers.CacheControl = "no-store";
        return new Told(
            ServiceRequest.Root, Tree.List(ServiceRequest.Item, [Tree.Record(("service_request_id", Tree.Of(id.ToString())), ("token", Tree.Of(token)))]), format);
    }

    private static async Task<Told> ListUpdates(string format, HttpContext http, Door door, IMediator mediator, TimeProvider time, CancellationToken ct)
    {
        var (sent, now) = (Parameters.OfQuery(http.Request), time.Now());
        await Know(http, door, sent, ct);
        var (from, to) = RequestFilter.Window(sent, "start_date", "end_date", now) ?? (now.AddDays(-1), now);
        var page = Paging.Of(sent);
        var found = await mediator.Send(new ListUpdates(from, to, page, IsTest(http)), ct);
        page.Tell(http, found.HasMore, total: null);
        return new Told(Updates.Root, Tree.List(Updates.Item, found.Items.Select(Updates.Of)), format);
    }

    private static async Task<Told> TakeUpdate(string format, HttpContext http, Door door, SentMedia media, IMediator mediator, CancellationToken ct)
    {
        var sent = await Parameters.OfForm(http.Request, ct);
        await door.Require(http, sent, ClientScopes.WriteUpdates, ct);
        var update = Updates.Read(sent);
        var taken = IsTest(http)
            ? await Updates.Send(new TakeTestUpdate(update.RequestId, update.UpdateId, update.Status), mediator, ct)
            : await Updates.Send(update with { Photos = (await media.Take(sent, ct)).Ids }, mediator, ct);
        return new Told(Updates.Root, Tree.List(Updates.Item, [Tree.Record(("update_id", Tree.Of(taken.Id)))]), format);
    }

    private static Told Requests(FoundRequests found, Parameters sent, string format, City city) => new(
        ServiceRequest.Root,
        Tree.List(ServiceRequest.Item, found.Items.Select(report => ServiceRequest.Of(report, found.Words.GetValueOrDefault(report.Id), city, sent.Flag("extensions")))), format);

    /// <param name="receipt">Told to clients that ask for it: with code and secret the reporter follows the report at this site.</param>
    private static Told Taken(HttpContext http, string format, Guid id, string notice, ReportReceipt? receipt = null)
    {
        http.Response.Headers.Location = $"{http.Request.PathBase}{http.Request.Path.Value![..^(format.Length + 1)]}/{id}.{format}";
        return new Told(ServiceRequest.Root, Tree.List(ServiceRequest.Item, [Tree.Record(
            ("service_request_id", Tree.Of(id.ToString())), ("service_notice", Tree.Of(notice)), ("account_id", Tree.Of((string?)null)),
            ("tracking_code", receipt is null ? null : Tree.Of(receipt.TrackingCode)), ("tracking_secret", receipt is null ? null : Tree.Of(receipt.Secret)))]), format);
    }

    private static async Task Know(HttpContext http, Door door, Parameters sent, CancellationToken ct) =>
        http.Response.Headers.CacheControl = await door.Know(http, sent, ct) is null ? "public, max-age=10" : "no-store";

    internal static Guid RequestId(string text) => Guid.TryParse(text, out var id) ? id : throw Refusal.NotFound("service_request_id was not found");

    private static bool IsTest(HttpContext http) => http.GetEndpoint()!.Metadata.GetRequiredMetadata<TestEndpoint>().Is;

    /// <param name="Is">False: the real one.</param>
    private sealed record TestEndpoint(bool Is);
}
