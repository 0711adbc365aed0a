namespace KediriLapor.Merata.Model;

/// <summary>Where a work stands. Under way are three of them: at 0, 50 and 100 per cent, each shown by a photo.</summary>
public enum WorkStage
{
    /// <summary>The musyawarah of the ward wants it.</summary>
    Proposed,

    /// <summary>Its money stands in the RKA/DPA.</summary>
    Planned,

    /// <summary>A Pokmas has signed to build it (swakelola).</summary>
    Contracted,

    /// <summary>Under way, at 0 per cent.</summary>
    Started,

    /// <summary>Under way, at 50 per cent.</summary>
    Halfway,

    /// <summary>Under way, at 100 per cent.</summary>
    Completed,

    /// <summary>By a BAST.</summary>
    HandedOver,

    /// <summary>By an SPJ.</summary>
    Accounted,

    Evaluated,

    /// <summary>It is not going to be built.</summary>
    Cancelled,
}

/// <summary>What is built; a closed list, so that works can be counted.</summary>
public enum WorkKind
{
    Road,
    Drainage,
    Lighting,
    Sanitation,
    CleanWater,
    PublicBuilding,

    /// <summary>Park, sports ground, playground.</summary>
    OpenSpace,

    /// <summary>Courses and aid for groups of the ward.</summary>
    Empowerment,

    /// <summary>Things that are bought.</summary>
    Equipment,

    Other,
}

/// <summary>What a photo of a work shows.</summary>
public enum WorkPhotoTag
{
    /// <summary>The place as it was.</summary>
    Before,

    /// <summary>0 per cent.</summary>
    Start,

    /// <summary>50 per cent.</summary>
    Half,

    /// <summary>100 per cent.</summary>
    Full,
}

/// <summary>What a PDF of a work is.</summary>
public enum WorkDocumentKind
{
    /// <summary>The minutes of the musyawarah.</summary>
    Proposal,

    /// <summary>RKA or DPA.</summary>
    Budget,

    Contract,

    /// <summary>BAST.</summary>
    HandOver,

    /// <summary>SPJ.</summary>
    Account,

    Other,
}

public enum WorkEventKind
{
    Proposed,

    /// <summary>To another stage, forward or back.</summary>
    Moved,

    /// <summary>Words or plan; a plan that binds is a numbered version.</summary>
    Changed,

    /// <summary>What was spent and built.</summary>
    Realised,

    FilesAdded,

    FileRemoved,

    ReportLinked,

    ReportUnlinked,
}

public static class WorkStages
{
    /// <summary>Per cent of a work under way; null before and after.</summary>
    public static int? Progress(this WorkStage stage) => stage switch
    {
        WorkStage.Started => 0,
        WorkStage.Halfway => 50,
        WorkStage.Completed => 100,
        WorkStage.Proposed or WorkStage.Planned or WorkStage.Contracted or WorkStage.HandedOver or WorkStage.Accounted or WorkStage.Evaluated or WorkStage.Cancelled => null,
    };

    /// <summary>The photo that shows that a work has come there; null where none is asked for.</summary>
    public static WorkPhotoTag? Photo(this WorkStage stage) => stage switch
    {
        WorkStage.Started => WorkPhotoTag.Start,
        WorkStage.Halfway => WorkPhotoTag.Half,
        WorkStage.Completed => WorkPhotoTag.Full,
        WorkStage.Proposed or WorkStage.Planned or WorkStage.Contracted or WorkStage.HandedOver or WorkStage.Accounted or WorkStage.Evaluated or WorkStage.Cancelled => null,
    };

    /// <summary>The paper that a stage stands on.</summary>
    public static WorkDocumentKind Paper(this WorkStage stage) => stage switch
    {
        WorkStage.Proposed => WorkDocumentKind.Proposal,
        WorkStage.Planned => WorkDocumentKind.Budget,
        WorkStage.Contracted => WorkDocumentKind.Contract,
        WorkStage.HandedOver => WorkDocumentKind.HandOver,
        WorkStage.Accounted => WorkDocumentKind.Account,
        WorkStage.Started or WorkStage.Halfway or WorkStage.Completed or WorkStage.Evaluated or WorkStage.Cancelled => WorkDocumentKind.Other,
    };

    /// <summary>On the screen, in Indonesian.</summary>
    public static string Indonesian(this WorkStage stage) => stage switch
    {
        WorkStage.Proposed => "diusulkan",
        WorkStage.Planned => "direncanakan",
        WorkStage.Contracted => "dikontrak",
        WorkStage.Started => "dikerjakan, 0%",
        WorkStage.Halfway => "dikerjakan, 50%",
        WorkStage.Completed => "dikerjakan, 100%",
        WorkStage.HandedOver => "diserahterimakan",
        WorkStage.Accounted => "dipertanggungjawabkan",
        WorkStage.Evaluated => "dievaluasi",
        WorkStage.Cancelled => "dibatalkan",
    };

    public static string English(this WorkStage stage) => stage switch
    {
        WorkStage.Proposed => "proposed",
        WorkStage.Planned => "planned",
        WorkStage.Contracted => "contracted",
        WorkStage.Started => "under way, 0%",
        WorkStage.Halfway => "under way, 50%",
        WorkStage.Completed => "under way, 100%",
        WorkStage.HandedOver => "handed over",
        WorkStage.Accounted => "accounted for",
        WorkStage.Evaluated => "evaluated",
        WorkStage.Cancelled => "cancelled",
    };
}
