using System.ComponentModel.DataAnnotations;
using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports.Model;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Reports.Duplicates;

/// <summary>One of the matters that a report holds. What is left out is as the report has it.</summary>
public sealed record SplitChild
{
    [Required(ErrorMessage = "required")]
    [Legible]
    [MinLength(Report.DescriptionMin, ErrorMessage = "too_short")]
    [MaxLength(Report.DescriptionMax, ErrorMessage = "too_long")]
    public string Description { get; init; } = "";

    [MaxLength(20, ErrorMessage = "too_long")]
    public string? ServiceCode { get; init; }

    /// <summary>Another place; with a kelurahan alone the report's point is not kept.</summary>
    public GeoPoint? Location { get; init; }

    [MaxLength(20, ErrorMessage = "too_long")]
    public string? KelurahanCode { get; init; }

    [MaxLength(Report.AddressMax, ErrorMessage = "too_long")]
    public string? Address { get; init; }

    /// <summary>Answers to the service's questions, by question code.</summary>
    public Dictionary<string, string>? Answers { get; init; }
}

public sealed record Splitting
{
    [Required(ErrorMessage = "required")]
    [MinLength(1, ErrorMessage = "required")]
    [MaxLength(Report.ChildrenMax, ErrorMessage = "too_many")]
    public IReadOnlyList<SplitChild> Children { get; init; } = [];
}

public sealed record SplitReport(Guid ReportId, int ExpectedVersion, Splitting Splitting) : ICommand<SplitOutcome>;

/// <param name="Version">Of the report that was split.</param>
public sealed record SplitOutcome(int Version, IReadOnlyList<ReportReference> Children);

/// <remarks>The children carry the hash of the parent's secret, which nobody here knows: what opens the one opens the others.</remarks>
internal sealed class SplitReportHandler(AppDb db, CityWatch watch, CurrentActor actor, Intake intake, ContactVault vault, TimeProvider time)
    : IRequestHandler<SplitReport, SplitOutcome>
{
    public async Task<SplitOutcome> Handle(SplitReport request, CancellationToken cancellationToken)
    {
        var (city, who, now) = (watch.Current, actor.Value, time.Now());
        var report = await db.Reports.Include(r => r.History).VisibleTo(who, city).SingleOrDefaultAsync(r => r.Id == request.ReportId, cancellationToken) ?? throw RuleViolation.NotFound();
        db.Expect(report, request.ExpectedVersion);
        report.Split(city.RolesOf(who, report.AgencyCode), who, city.TermsOf(report.ServiceCode), now);

        var contact = await db.ReporterContacts.AsNoTracking().SingleOrDefaultAsync(c => c.ReportId == report.Id, cancellationToken);
        var origin = new Origin(who, report.Channel, report.SecretHash, contact is null ? null : vault.Open(contact).Name, report.Id);
        var children = request.Splitting.Children
            .Select((child, i) => intake.Take(AsSent(child, report), origin with { Place = PlaceOf(child, report) }, $"children[{i}].").Report).ToArray();
        if (contact is not null)
        {
            db.ReporterContacts.AddRange(children.Select(child => new ReporterContact { ReportId = child.Id, Sealed = contact.Sealed, PhoneIndex = contact.PhoneIndex, EmailIndex = contact.EmailIndex }));
        }

        return new SplitOutcome(
            report.Version, [.. children.Select(child => ReportReference.Of(child.Id, child.TrackingCode, child.Status, child.ServiceCode, child.AgencyCode, city))]);
    }

    private static NewReport AsSent(SplitChild child, Report report) => new()
    {
        ServiceCode = child.ServiceCode ?? report.ServiceCode,
        Description = child.Description,
        Location = child.Location,
        KelurahanCode = child.KelurahanCode,
        Address = child.Address,
        Answers = child.Answers ?? (child.ServiceCode is { } other && other != report.ServiceCode ? null : report.Answers),
        Anonymous = report.Anonymous,
        Confidential = report.Confidential ? true : null,
    };

    /// <summary>That of the report, unless the child names another.</summary>
    private static Place? PlaceOf(SplitChild child, Report report) =>
        child.Location is not null || (child.KelurahanCode is { } named && named != report.Place.KelurahanCode)
            ? null
            : report.Place with { Address = child.Address ?? report.Place.Address };
}
