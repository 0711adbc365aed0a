using System.ComponentModel.DataAnnotations;
using KediriLapor.Reports.Model;

namespace KediriLapor.Replies;

/// <summary>A reply template as an admin writes it.</summary>
public sealed record NewReplyTemplate
{
    /// <summary>The status that the words accompany.</summary>
    public required ReportStatus Status { get; init; }

    /// <summary>Absent for every service.</summary>
    public string? ServiceCode { get; init; }

    [Required(ErrorMessage = "required")]
    [MaxLength(ReplyTemplate.TitleMax, ErrorMessage = "too_long")]
    public string Title { get; init; } = "";

    /// <summary>Liquid, with the variables that the list of templates tells.</summary>
    [Required(ErrorMessage = "required")]
    [MaxLength(ReplyTemplate.BodyMax, ErrorMessage = "too_long")]
    public string Body { get; init; } = "";
}
