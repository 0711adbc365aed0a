using System.ComponentModel.DataAnnotations;
using KediriLapor.Platform;

namespace KediriLapor.ServiceCatalog;

/// <summary>A service as an admin writes it, whole.</summary>
public sealed record NewService
{
    public const int WordsMax = 100;

    [Required(ErrorMessage = "required")]
    public string GroupCode { get; init; } = "";

    [Required(ErrorMessage = "required")]
    [MaxLength(Service.NameMax, ErrorMessage = "too_long")]
    [Legible]
    public string Name { get; init; } = "";

    [MaxLength(Service.NameMax, ErrorMessage = "too_long")]
    public string NameEn { get; init; } = "";

    public Classification Classification { get; init; }

    public bool Emergency { get; init; }

    /// <summary>Of an emergency, and of nothing else.</summary>
    [Range(1, Service.ResponseMinutesMax, ErrorMessage = "out_of_range")]
    public int? ResponseMinutes { get; init; }

    /// <summary>At most 5 for information; 60 is for what needs oversight (SP4N).</summary>
    [Range(1, Service.ResolveDaysMax, ErrorMessage = "out_of_range")]
    public int ResolveDays { get; init; } = 5;

    public bool Confidential { get; init; }

    public bool Integrity { get; init; }

    public bool PhotoAfterRequired { get; init; }

    [MaxLength(WordsMax, ErrorMessage = "too_many")]
    public string[] Words { get; init; } = [];

    [MaxLength(WordsMax, ErrorMessage = "too_many")]
    public string[] ColloquialWords { get; init; } = [];

    [MaxLength(Service.QuestionsMax, ErrorMessage = "too_many")]
    public NewQuestion[] Questions { get; init; } = [];

    public bool Active { get; init; } = true;
}

/// <summary>An extra question; with choices it is a single choice, without them free text.</summary>
public sealed record NewQuestion
{
    [Required(ErrorMessage = "required")]
    [RegularExpression("^[a-zA-Z][a-zA-Z0-9]{0,39}$", ErrorMessage = "invalid_format")]
    public string Code { get; init; } = "";

    [Required(ErrorMessage = "required")]
    [MaxLength(ServiceQuestion.TextMax, ErrorMessage = "too_long")]
    [Legible]
    public string Text { get; init; } = "";

    [MaxLength(ServiceQuestion.TextMax, ErrorMessage = "too_long")]
    public string TextEn { get; init; } = "";

    public bool Required { get; init; }

    public bool Retired { get; init; }

    [MaxLength(ServiceQuestion.ChoicesMax, ErrorMessage = "too_many")]
    public NewChoice[] Choices { get; init; } = [];
}

public sealed record NewChoice
{
    [Required(ErrorMessage = "required")]
    [RegularExpression("^[a-zA-Z0-9_-]{1,40}$", ErrorMessage = "invalid_format")]
    public string Value { get; init; } = "";

    [Required(ErrorMessage = "required")]
    [MaxLength(ServiceQuestion.TextMax, ErrorMessage = "too_long")]
    [Legible]
    public string Text { get; init; } = "";

    [MaxLength(ServiceQuestion.TextMax, ErrorMessage = "too_long")]
    public string TextEn { get; init; } = "";

    public bool Retired { get; init; }
}
