using KediriLapor.Reports.Model;

namespace KediriLapor.Reports;

/// <summary>
/// What everybody may see of a report, in a table of its own: the public reads never touch the reports themselves, so
/// nothing personal can slip out by a forgotten field. Kept by <see cref="PublishReport"/>.
/// </summary>
public sealed class PublicReport
{
    public Guid Id { get; init; }

    public ReportStatus Status { get; set; }

    public Outcome? Outcome { get; set; }

    public string ServiceCode { get; set; } = "";

    public string? KelurahanCode { get; set; }

    public string? AgencyCode { get; set; }

    /// <summary>Coarsened to a fixed grid of about 100 m when the reporter is anonymous.</summary>
    public double? Lat { get; set; }

    public double? Lng { get; set; }

    /// <summary>The report that is shown in its place.</summary>
    public Guid? MergedInto { get; set; }

    public DateTimeOffset SubmittedAt { get; init; }

    /// <summary>When it last changed for those outside: what only colleagues see does not count.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    public DateTimeOffset? DueAt { get; set; }

    /// <summary>See <see cref="Report.SettledAt"/>.</summary>
    public DateTimeOffset? SettledAt { get; set; }

    /// <summary>See <see cref="Report.SettledInTime"/>.</summary>
    public bool? SettledInTime { get; set; }

    /// <summary>Who took over what is not the city's.</summary>
    public string? HandedOverTo { get; set; }

    /// <summary>The number they gave it when they acknowledged.</summary>
    public string? HandedOverNumber { get; set; }

    /// <summary>By when they mean to act.</summary>
    public DateOnly? HandedOverUntil { get; set; }

    /// <summary>The history sequence it shows; an older event never overwrites a newer one.</summary>
    public int Sequence { get; set; }

    /// <summary>For a reporter who became nobody.</summary>
    public void Coarsen() => (Lat, Lng) = (Place.Coarse(Lat), Place.Coarse(Lng));
}
