namespace KediriLapor.ServiceCatalog;

/// <summary>Kelompok jenis laporan.</summary>
public sealed class ServiceGroup
{
    public string Code { get; init; } = "";

    public string Name { get; set; } = "";

    public string NameEn { get; set; } = "";

    public int Position { get; set; }

    public int Version { get; set; } = 1;
}

/// <summary>How SP4N classifies what a citizen sends; it caps the time to resolve.</summary>
public enum Classification
{
    Complaint,
    Aspiration,
    InformationRequest,
    ServiceRequest,
}

/// <summary>Jenis laporan: what can be reported, in whose words, and what the city promises for it.</summary>
public sealed class Service
{
    public const int NameMax = 120;
    public const int WordMax = 60;
    public const int QuestionsMax = 10;
    public const int ResponseMinutesMax = 240;

    /// <summary>SP4N: what needs oversight.</summary>
    public const int ResolveDaysMax = 60;

    /// <summary>SP4N: a request for information.</summary>
    public const int InformationDaysMax = 5;

    public string Code { get; init; } = "";

    public string GroupCode { get; set; } = "";

    public string Name { get; set; } = "";

    public string NameEn { get; set; } = "";

    public int Position { get; set; }

    public Classification Classification { get; set; }

    /// <summary>Life or property is in danger: minute clock, 112 told.</summary>
    public bool Emergency { get; set; }

    /// <summary>Minutes to be on scene, around the clock; emergencies only.</summary>
    public int? ResponseMinutes { get; set; }

    /// <summary>Working days to resolve.</summary>
    public int ResolveDays { get; set; }

    /// <summary>Reports are <c>rahasia</c> unless the reporter says otherwise (PPA-*), or always (integrity).</summary>
    public bool ConfidentialByDefault { get; set; }

    /// <summary>About officials themselves: invisible to the accused unit, read by the responsible unit and the auditor alone.</summary>
    public bool Integrity { get; set; }

    /// <summary>Physical work: resolving it needs a photo of the result.</summary>
    public bool PhotoAfterRequired { get; set; }

    /// <summary>Words people use for it, in Indonesian.</summary>
    public string[] Words { get; set; } = [];

    /// <summary>Words people use for it, in Javanese and in the street.</summary>
    public string[] ColloquialWords { get; set; } = [];

    /// <summary>Extra questions, in order.</summary>
    public List<ServiceQuestion> Questions { get; set; } = [];

    /// <summary>False once it can no longer be chosen; reports about it keep its name, its questions and its targets.</summary>
    public bool Active { get; set; } = true;

    public int Version { get; set; } = 1;

    /// <summary>The answers that were chosen, not written: the only ones that a rule can ask for, and none of them tells of a person.</summary>
    public Dictionary<string, string> ChosenAmong(IReadOnlyDictionary<string, string> answers) =>
        Questions.Where(question => question.Choices.Count > 0 && answers.ContainsKey(question.Code)).ToDictionary(question => question.Code, question => answers[question.Code]);
}

/// <summary>An extra question of a service; with choices it is a single choice, without them free text.</summary>
public sealed class ServiceQuestion
{
    public const int AnswerMax = 500;
    public const int TextMax = 200;
    public const int ChoicesMax = 30;

    public string Code { get; set; } = "";

    public string Text { get; set; } = "";

    /// <summary>In English; empty where it has none.</summary>
    public string TextEn { get; set; } = "";

    public bool Required { get; set; }

    /// <summary>No longer asked; still taken from whoever was asked before, and shown where it was answered.</summary>
    public bool Retired { get; set; }

    public List<QuestionChoice> Choices { get; set; } = [];

    /// <summary>The English of <paramref name="shipped"/>, wherever this still asks and offers the same and has none of its own.</summary>
    internal ServiceQuestion InEnglishOf(ServiceQuestion shipped) => new()
    {
        Code = Code,
        Text = Text,
        TextEn = TextEn.Length == 0 && Text == shipped.Text ? shipped.TextEn : TextEn,
        Required = Required,
        Retired = Retired,
        Choices = [.. Choices.Select(choice => choice.InEnglishOf(shipped.Choices.Find(other => other.Value == choice.Value)))],
    };
}

public sealed class QuestionChoice
{
    public string Value { get; set; } = "";

    public string Text { get; set; } = "";

    /// <summary>In English; empty where it has none.</summary>
    public string TextEn { get; set; } = "";

    /// <summary>No longer offered; still taken from whoever chose it before.</summary>
    public bool Retired { get; set; }

    internal QuestionChoice InEnglishOf(QuestionChoice? shipped) =>
        new() { Value = Value, Text = Text, TextEn = TextEn.Length == 0 && Text == shipped?.Text ? shipped.TextEn : TextEn, Retired = Retired };
}
